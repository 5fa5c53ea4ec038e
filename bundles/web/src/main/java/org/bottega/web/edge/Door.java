package org.bottega.web.edge;

import java.util.Enumeration;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Tenants;
import org.bottega.api.platform.Tokens;
import org.bottega.web.http.Target;
import org.bottega.web.limit.Limits;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where requests come in: to a marketplace that there is, by somebody who is known or by a stranger, none too often. */
@Component(service = Door.class)
public final class Door {

    private static final String AUTHORIZATION = "Authorization";

    private final Tenants tenants;
    private final Bearers bearers;
    private final Limits limits;

    @Activate
    public Door(@Reference Tenants tenants, @Reference Tokens tokens, @Reference Limits limits) {
        this.tenants = tenants;
        this.bearers = new Bearers(tokens);
        this.limits = limits;
    }

    /**
     * Comes to the marketplace. Who shows a token is counted later, by {@link #enter}.
     *
     * @param open whether it leads to what nobody has to be known for
     * @throws Problem {@code header-repeated} (400), {@code tenant-suspended} (403), {@code tenant-not-found} (404), {@code rate-limited} (429)
     */
    void come(Target target, boolean open, HttpServletRequest request, HttpServletResponse response) {
        checkHeaders(request);
        boolean stranger = open || request.getHeader(AUTHORIZATION) == null;
        if (stranger) {
            limits.address(request, response);
        }
        Optional<Tenant> tenant = tenants.find(target.tenant());
        if (tenant.isEmpty()) {
            if (!stranger) {
                limits.address(request, response);
            }
            throw Problem.notFound("tenant", target.tenant());
        }
        refuseSuspended(tenant.get());
    }

    private static void refuseSuspended(Tenant tenant) {
        if (tenant.suspendedAt() != null) {
            throw new Problem(
                    Kind.FORBIDDEN,
                    "tenant-suspended",
                    "the operator has put this marketplace on hold; its data is kept");
        }
    }

    /**
     * Finds out who it is.
     *
     * @throws Problem {@code token-invalid} (401), {@code rate-limited} (429)
     */
    Caller enter(Target target, HttpServletRequest request, HttpServletResponse response, String id) {
        Caller caller;
        try {
            caller = bearers.caller(request, target.tenant(), id);
        } catch (Problem problem) {
            limits.address(request, response);
            throw problem;
        }
        if (caller.kind() != Caller.Kind.ANONYMOUS) {
            limits.caller(caller, response);
        }
        return caller;
    }

    /** Whether it came by HTTPS. */
    boolean isSecure(HttpServletRequest request) {
        return limits.peers().isSecure(request);
    }

    /** Two proofs may be read differently by a proxy and by this server; a packed body is not unpacked. */
    private static void checkHeaders(HttpServletRequest request) {
        Enumeration<String> proofs = request.getHeaders(AUTHORIZATION);
        if (proofs.hasMoreElements() && proofs.nextElement() != null && proofs.hasMoreElements()) {
            throw Problem.invalid("header-repeated", AUTHORIZATION, "at most once");
        }
        String coding = request.getHeader("Content-Encoding");
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw new Problem(
                    Kind.UNSUPPORTED_TYPE, "body-encoding-not-taken", "bodies are taken as they are, not packed");
        }
    }
}
