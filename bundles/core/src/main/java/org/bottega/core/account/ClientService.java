package org.bottega.core.account;

import java.util.List;
import java.util.Set;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Ids;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.Sellers;
import org.bottega.api.platform.Clients;
import org.bottega.api.platform.Modules;
import org.bottega.core.base.Checks;
import org.bottega.core.base.Cursors;
import org.bottega.core.base.Hashes;
import org.bottega.core.base.Permissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The API clients of a marketplace. Nobody gives away more than they have. */
@Component
public final class ClientService implements Clients {

    private static final int LABEL = 200;

    private final AccountStore accounts;
    private final Callers callers;
    private final Sellers sellers;
    private final Modules modules;
    private final Ids ids;

    @Activate
    public ClientService(
            @Reference AccountStore accounts,
            @Reference Callers callers,
            @Reference Sellers sellers,
            @Reference Modules modules,
            @Reference Ids ids) {
        this.accounts = accounts;
        this.callers = callers;
        this.sellers = sellers;
        this.modules = modules;
        this.ids = ids;
    }

    @Override
    public NewClient create(String label, String seller, Set<String> permissions) {
        String checkedLabel = Checks.text("label", label, LABEL);
        checkPermissions(permissions);
        checkSeller(seller);
        String secret = ids.secret();
        Client client = new Client(ids.code("cl_"), checkedLabel, seller, Set.copyOf(permissions), null, null);
        return new NewClient(accounts.add(client, Hashes.sha256(secret)), secret);
    }

    private void checkPermissions(Set<String> permissions) {
        Caller caller = callers.current();
        Permissions.check(modules.permissions(), permissions);
        for (String permission : permissions) {
            if (!caller.may(permission)) {
                throw new Problem(
                        Problem.Kind.FORBIDDEN,
                        "permission-missing",
                        "who does not have the permission " + permission + " cannot give it");
            }
        }
    }

    private void checkSeller(String seller) {
        String own = callers.current().seller();
        if (seller == null && own != null) {
            throw Problem.invalid("seller-missing", "seller", "your own seller, " + own);
        }
        if (seller != null && sellers.find(seller).isEmpty()) {
            throw Problem.notFound("seller", seller);
        }
    }

    @Override
    public List<Client> list() {
        String own = callers.current().seller();
        return accounts.list().stream()
                .filter(client -> own == null || own.equals(client.seller()))
                .toList();
    }

    @Override
    public Page<Client> list(PageRequest request) {
        Caller caller = callers.current();
        String list = "clients|" + caller.tenant() + '|' + caller.seller();
        String after = request.cursor() == null ? null : Cursors.position(list, request.cursor());
        List<Client> found = accounts.list(caller.seller(), after, request.limit() + 1);
        if (found.size() <= request.limit()) {
            return new Page<>(found, null);
        }
        List<Client> items = found.subList(0, request.limit());
        Client last = items.get(items.size() - 1);
        return new Page<>(items, Cursors.of(list, last.createdAt().toEpochMilli() + "-" + last.id()));
    }

    @Override
    public void revoke(String id) {
        String own = callers.current().seller();
        accounts.find(id)
                .filter(client -> own == null || own.equals(client.seller()))
                .orElseThrow(() -> Problem.notFound("client", id));
        accounts.revoke(id);
    }
}
