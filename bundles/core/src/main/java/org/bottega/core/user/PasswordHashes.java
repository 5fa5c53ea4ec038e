package org.bottega.core.user;

import com.password4j.ScryptFunction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Passwords as they are kept: by scrypt, which needs memory as well as time, written with the cost it was made at. At most
 * two are worked on at once, so that logging in never takes more than 32 MiB.
 */
@Component(service = PasswordHashes.class)
public final class PasswordHashes {

    /** 16 MiB for each hash, gone over five times. */
    private static final Cost PRESENT = new Cost(14, 8, 5);

    private static final int SEATS = 2;
    private static final int PATIENCE_SECONDS = 10;
    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final Pattern FORM =
            Pattern.compile("\\$scrypt\\$ln=(\\d{1,2}),r=(\\d{1,2}),p=(\\d{1,2})\\$([\\w-]+)\\$([\\w-]+)");

    /**
     * What a hash costs.
     *
     * @param logN binary logarithm of the work factor
     * @param r block size
     * @param p passes
     */
    record Cost(int logN, int r, int p) {}

    private final UnitOfWork unit;
    private final Cost cost;
    private final Semaphore seats = new Semaphore(SEATS, true);
    private final SecureRandom random = new SecureRandom();
    private final byte[] nobody = new byte[SALT];

    @Activate
    public PasswordHashes(@Reference UnitOfWork unit) {
        this(unit, PRESENT);
    }

    private PasswordHashes(UnitOfWork unit, Cost cost) {
        this.unit = unit;
        this.cost = cost;
    }

    /** The same at another cost. */
    public PasswordHashes at(int logN, int r, int p) {
        return new PasswordHashes(unit, new Cost(logN, r, p));
    }

    /** The hash to be kept, at most 200 characters. */
    String hash(String password) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return "$scrypt$ln=" + cost.logN() + ",r=" + cost.r() + ",p=" + cost.p() + '$' + text(salt) + '$'
                + text(work(password, salt, cost));
    }

    /** Whether it is that password. Without a hash the answer is no, and takes as long. */
    boolean matches(String password, String kept) {
        Matcher form = FORM.matcher(kept == null ? "" : kept);
        if (!form.matches()) {
            work(password, nobody, cost);
            return false;
        }
        byte[] salt = Base64.getUrlDecoder().decode(form.group(4));
        return MessageDigest.isEqual(
                work(password, salt, cost(form)), Base64.getUrlDecoder().decode(form.group(5)));
    }

    /** Whether the hash was made at another cost than is asked now. */
    boolean isStale(String kept) {
        Matcher form = FORM.matcher(kept);
        return !form.matches() || !cost(form).equals(cost);
    }

    private static Cost cost(Matcher form) {
        return new Cost(
                Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
    }

    private byte[] work(String password, byte[] salt, Cost at) {
        if (unit.isOpen()) {
            throw new IllegalStateException("no password is worked on in a unit of work");
        }
        sit();
        try {
            byte[] plain = Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
            return ScryptFunction.getInstance(1 << at.logN(), at.r(), at.p(), LENGTH)
                    .hash(plain, salt)
                    .getBytes();
        } finally {
            seats.release();
        }
    }

    private void sit() {
        try {
            if (seats.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Problem(Problem.Kind.UNAVAILABLE, "login-busy", "too many are logging in; try again").retryAfter(2);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
