package org.bottega.core.data;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.DataDesk;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Tenants;
import org.bottega.core.base.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may take out and erase what. */
@Component
public final class DataDeskService implements DataDesk {

    private final TenantData tenantData;
    private final PersonData personData;
    private final Tenants tenants;
    private final Callers callers;
    private final UnitOfWork unit;

    @Activate
    public DataDeskService(
            @Reference TenantData tenantData,
            @Reference PersonData personData,
            @Reference Tenants tenants,
            @Reference Callers callers,
            @Reference UnitOfWork unit) {
        this.tenantData = tenantData;
        this.personData = personData;
        this.tenants = tenants;
        this.callers = callers;
        this.unit = unit;
    }

    @Override
    public Report exportTenant(String tenant, OutputStream zip, Consumer<String> progress) throws IOException {
        Caller inside = operator(tenant);
        Tenant found = find(tenant);
        return callers.as(inside, () -> tenantData.export(found, zip, progress));
    }

    @Override
    public Report eraseTenant(String tenant, String confirmed, Consumer<String> progress) {
        Caller inside = operator(tenant);
        Tenant found = find(tenant);
        if (!tenant.equals(confirmed)) {
            throw Problem.conflict(
                    "confirmation-missing", "nothing is done: confirm with the id of the marketplace, " + tenant);
        }
        return callers.as(inside, () -> tenantData.erase(found, progress));
    }

    private Tenant find(String tenant) {
        return tenants.find(tenant).orElseThrow(() -> Problem.notFound("tenant", tenant));
    }

    private Caller operator(String tenant) {
        refuseUnit();
        Caller caller = callers.current();
        if (caller.kind() != Caller.Kind.OPERATOR) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, "operator-only", "only the operator takes out or erases a marketplace");
        }
        return Caller.operator(tenant, caller.id());
    }

    @Override
    public Report exportPerson(String email, OutputStream zip) throws IOException {
        checkPerson(email);
        return personData.export(email, zip);
    }

    @Override
    public Report erasePerson(String email) {
        checkPerson(email);
        return personData.erase(email);
    }

    @Override
    public void checkPerson(String email) {
        refuseUnit();
        if (callers.current().confinedTo().isPresent()) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    "seller-confined",
                    "only the marketplace's own people speak for all sellers");
        }
        Checks.email("email", email);
    }

    private void refuseUnit() {
        if (unit.isOpen()) {
            throw new IllegalStateException("this takes many units of work; none may be open");
        }
    }
}
