package org.bottega.core.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.platform.Tenants;

/** {@code tenant:suspend}. */
@Service
@Command(
        scope = "tenant",
        name = "suspend",
        description = "Puts a marketplace on hold",
        detailedDescription =
                """
                Puts a marketplace on hold: every request to it answers 403 tenant-suspended; its deadlines, deliveries and
                mails wait. Nothing is lost: tenant:resume lets all go on, late. The reason is seen by operators only. Doing
                it twice is fine; the first reason stays.

                  tenant:suspend acme --reason "unpaid since March"

                Exit status 1 when there is no such marketplace.""")
public final class TenantSuspend extends OperatorCommand {

    @Argument(name = "id", description = "Id of the marketplace", required = true)
    @Completion(TenantCompleter.class)
    private String id;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--reason", description = "Why, for operators (required)")
    @Needed
    private String reason;

    @Reference
    private Tenants tenants;

    @Override
    protected void run() {
        System.out.println("Marketplace " + id + " is on hold since "
                + tenants.suspend(id, reason).suspendedAt() + ".");
    }
}
