package org.bottega.core.base;

import com.github.f4b6a3.ulid.UlidFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import org.bottega.api.Ids;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ids that sort by the time they were made in, and codes and secrets that cannot be guessed. */
@Component
public final class RandomIds implements Ids {

    /** Digits and capitals without I, L, O and U: 32 signs, 5 bits each. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CODE_LENGTH = 12;
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final UlidFactory ulids;

    @Activate
    public RandomIds(@Reference(target = "(time=real)") Clock clock) {
        this.ulids = UlidFactory.newMonotonicInstance(random, clock::millis);
    }

    @Override
    public String next() {
        return ulids.create().toString();
    }

    @Override
    public String code(String prefix) {
        byte[] bytes = new byte[CODE_LENGTH];
        random.nextBytes(bytes);
        StringBuilder code = new StringBuilder(prefix.length() + CODE_LENGTH).append(prefix);
        for (byte b : bytes) {
            code.append(ALPHABET.charAt(b & 31));
        }
        return code.toString();
    }

    @Override
    public String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
