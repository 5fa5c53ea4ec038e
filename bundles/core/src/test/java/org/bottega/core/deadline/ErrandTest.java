package org.bottega.core.deadline;

import org.bottega.core.mail.TestMails;
import org.bottega.core.testing.PlatformTest;
import org.junit.jupiter.api.BeforeEach;

/** A tenant with mails that are due, and a module whose errands they are. */
abstract class ErrandTest extends PlatformTest {

    private static int tenants;

    protected String tenant;
    protected TestMails mails;

    @BeforeEach
    final void openTenant() {
        if (platform.core().deployed().find("errand").isEmpty()) {
            platform.module(module("errand"));
        }
        tenant = "errand-" + ++tenants;
        platform.newTenant(tenant);
        platform.enable(tenant, "errand");
        mails = new TestMails(platform);
    }

    protected static Sweeper sweeper() {
        return new Sweeper(
                platform.dueRows(),
                platform.modules(),
                platform.callers(),
                platform.unitOfWork(),
                platform.core().times());
    }
}
