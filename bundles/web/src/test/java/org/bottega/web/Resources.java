package org.bottega.web;

import java.util.List;
import org.bottega.core.testing.TestData;
import org.bottega.core.testing.TestPlatform;
import org.bottega.web.platform.AccountResource;
import org.bottega.web.platform.Addresses;
import org.bottega.web.platform.AuditResource;
import org.bottega.web.platform.ClientsResource;
import org.bottega.web.platform.ClockResource;
import org.bottega.web.platform.FilesResource;
import org.bottega.web.platform.ModulesResource;
import org.bottega.web.platform.PersonsResource;
import org.bottega.web.platform.PlatformResource;
import org.bottega.web.platform.PoliciesResource;
import org.bottega.web.platform.RolesResource;
import org.bottega.web.platform.SellersResource;
import org.bottega.web.platform.UsersResource;

/** The platform's own operations, put together as the runtime does it. */
final class Resources {

    private Resources() {}

    static List<PlatformResource> of(TestPlatform platform) {
        Addresses addresses = new Addresses(platform.callers());
        var people = platform.core().people();
        return List.of(
                new AuditResource(platform.core().audit()),
                new ClockResource(platform.clocks()),
                new FilesResource(platform.files()),
                new PersonsResource(new TestData(platform).desk()),
                new PoliciesResource(platform.core().policyDesk()),
                new ModulesResource(platform.modules(), platform.core().moduleDesk()),
                new UsersResource(people.users(), addresses),
                new RolesResource(people.roles(), addresses),
                new AccountResource(people.account()),
                new ClientsResource(platform.core().clients(), addresses),
                new SellersResource(platform.sellers(), addresses, platform.tenants(), platform.callers()));
    }
}
