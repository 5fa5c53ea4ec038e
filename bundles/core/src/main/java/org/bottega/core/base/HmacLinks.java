package org.bottega.core.base;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.bottega.api.Callers;
import org.bottega.api.SignedLinks;
import org.bottega.api.UnitOfWork;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Links signed by HMAC-SHA256: {@code base64url(value).base64url(mac)}. */
@Component(configurationPid = "org.bottega.core.links")
@Designate(ocd = HmacLinks.Config.class)
public final class HmacLinks implements SignedLinks {

    /** Where the outside world finds this platform. */
    @ObjectClassDefinition(name = "Bottega links")
    public @interface Config {
        @AttributeDefinition(description = "Public address of the platform, as customers reach it, without a path.")
        String publicAddress() default "http://127.0.0.1:8181";
    }

    private static final int TENANTS = 10_000;

    private final Callers callers;
    private final Inside inside;
    private final TenantKeys keys;
    private final Fresh<String, byte[]> known;
    private final String publicAddress;

    @Activate
    public HmacLinks(
            @Reference(target = "(unit=core)") Store store,
            @Reference UnitOfWork unit,
            @Reference Callers callers,
            @Reference(target = "(time=real)") Clock clock,
            Config config) {
        this.callers = callers;
        this.inside = new Inside(callers, unit);
        this.keys = new TenantKeys(store, clock);
        this.known = new Fresh<>(unit, TENANTS);
        this.publicAddress = config.publicAddress().strip().replaceAll("/+$", "");
    }

    @Override
    public String sign(String purpose, String value) {
        String carried = Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes(StandardCharsets.UTF_8));
        return carried + '.' + Hashes.hmac(key(), purpose + '\n' + value);
    }

    @Override
    public Optional<String> verify(String purpose, String token) {
        int dot = token == null ? -1 : token.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String value;
        try {
            value = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(value).filter(carried -> Hashes.same(sign(purpose, carried), token));
    }

    @Override
    public String address(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with a slash: " + path);
        }
        return publicAddress + path;
    }

    private byte[] key() {
        String tenant = callers.current().tenant();
        return known.get(tenant, () -> Optional.of(inside.tenant(tenant, () -> findOrCreate(tenant))))
                .orElseThrow();
    }

    private byte[] findOrCreate(String tenant) {
        return keys.find(TenantKeys.LINKS).orElseGet(() -> {
            known.changed(tenant);
            return keys.create(TenantKeys.LINKS);
        });
    }
}
