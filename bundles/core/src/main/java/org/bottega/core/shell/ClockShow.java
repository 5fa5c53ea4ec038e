package org.bottega.core.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.TenantClocks;

/** {@code clock:show}. */
@Service
@Command(
        scope = "clock",
        name = "show",
        description = "Shows the clock of a marketplace",
        detailedDescription =
                """
                Shows the time of a marketplace, the real time, and the last move of its clock. A live marketplace's time is
                the real time. Changes nothing.

                  clock:show --tenant acme""")
public final class ClockShow extends TenantCommand {

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Reference
    private TenantClocks clocks;

    @Override
    protected void run(Tenant in) {
        TenantClocks.Reading reading = clocks.show();
        if (json) {
            Output.json(reading);
            return;
        }
        System.out.println("Time of " + in.id() + ": " + reading.now());
        System.out.println("Real time:" + " ".repeat(in.id().length() - 1) + " " + reading.real());
        if (!reading.movable()) {
            System.out.println("A live marketplace: its clock cannot be moved.");
        }
        if (reading.move() != null) {
            MoveText.print(reading.move());
        }
    }
}
