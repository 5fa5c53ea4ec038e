package org.bottega.web.platform;

import io.swagger.v3.oas.annotations.Parameter;
import javax.ws.rs.QueryParam;
import org.bottega.api.platform.Users.Filter;
import org.bottega.api.platform.Users.Kind;

/** Which users a list shows; what is left out does not narrow it. */
public final class UsersQuery {

    @QueryParam("kind")
    private Kind kind;

    @Parameter(description = "the whole address, whatever its case")
    @QueryParam("email")
    private String email;

    @QueryParam("seller")
    private String seller;

    @QueryParam("role")
    private String role;

    @Parameter(description = "only those who may log in, or only those who may not")
    @QueryParam("enabled")
    private Boolean enabled;

    Filter filter() {
        return new Filter(kind, email, seller, role, enabled);
    }
}
