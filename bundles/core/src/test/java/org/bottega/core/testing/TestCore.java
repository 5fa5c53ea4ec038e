package org.bottega.core.testing;

import java.lang.annotation.Annotation;
import java.time.Clock;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Events;
import org.bottega.api.Ids;
import org.bottega.api.Mailer;
import org.bottega.api.Policies;
import org.bottega.api.Sellers;
import org.bottega.api.SignedLinks;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.Clients;
import org.bottega.api.platform.ModuleDesk;
import org.bottega.api.platform.Modules;
import org.bottega.api.platform.PolicyDesk;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Tenants;
import org.bottega.api.platform.Tokens;
import org.bottega.core.account.AccountStore;
import org.bottega.core.account.ClientService;
import org.bottega.core.account.TokenExpiry;
import org.bottega.core.account.TokenService;
import org.bottega.core.account.TokenStore;
import org.bottega.core.audit.DatabaseAudit;
import org.bottega.core.base.HmacLinks;
import org.bottega.core.base.Inside;
import org.bottega.core.base.RandomIds;
import org.bottega.core.clock.BusinessClock;
import org.bottega.core.clock.Times;
import org.bottega.core.module.CatchUp;
import org.bottega.core.module.Deployed;
import org.bottega.core.module.ModuleDataParts;
import org.bottega.core.module.ModuleDeskService;
import org.bottega.core.module.ModuleGate;
import org.bottega.core.module.ModuleService;
import org.bottega.core.module.ModuleStates;
import org.bottega.core.module.ModuleSwitch;
import org.bottega.core.node.Nodes;
import org.bottega.core.outbox.DeliveryData;
import org.bottega.core.policy.PolicyChanges;
import org.bottega.core.policy.PolicyData;
import org.bottega.core.policy.PolicyService;
import org.bottega.core.policy.PolicyStates;
import org.bottega.core.tenant.SellerService;
import org.bottega.core.tenant.SellerStore;
import org.bottega.core.tenant.TenantService;
import org.bottega.persistence.Store;
import org.bottega.persistence.testing.TestDatabase;

/** Tenants, accounts, modules, audit and links, put together as the runtime does it. */
public final class TestCore {

    /** Address that links begin with. */
    public static final String ADDRESS = "https://shop.example";

    private final Times times;
    private final Callers callers;
    private final Clock business;
    private final Ids ids;
    private final DatabaseAudit audit;
    private final Deployed deployed = new Deployed();
    private final Nodes nodes;
    private final Tenants tenants;
    private final Sellers sellers;
    private final Modules modules;
    private final ModuleDataParts moduleData = new ModuleDataParts();
    private final ModuleDesk moduleDesk;
    private final CatchUp catchUp;
    private final TokenStore tokenStore;
    private final Clients clients;
    private final Tokens tokens;
    private final SignedLinks links;
    private final PolicyStates policies;
    private final PolicyDesk policyDesk;
    private final TestPeople people;

    TestCore(TestDatabase database, Clock clock, Store store, Events events, Mailer mailer) {
        callers = database.callers();
        UnitOfWork unit = database.unitOfWork();
        times = new Times(database.dueRows(), clock);
        business = new BusinessClock(times, callers);
        ids = new RandomIds(clock);
        audit = new DatabaseAudit(store, unit, callers, ids, business);
        tenants = new TenantService(store, unit, callers, audit, clock);
        sellers = new SellerService(new SellerStore(store, unit, audit, events, business), unit, callers);
        ModuleStates states = new ModuleStates(store, unit, callers, clock);
        links = new HmacLinks(store, unit, callers, clock, config(ADDRESS));
        nodes = new Nodes(store, new Inside(callers, unit), deployed, clock, TestNode.named("here"));
        ModuleGate gate = new ModuleGate(states, callers, nodes);
        ModuleSwitch toggle = new ModuleSwitch(states, deployed, unit, gate, audit);
        modules = new ModuleService(states, deployed, toggle, tenants, callers);
        moduleData.addPart(new DeliveryData(store));
        moduleDesk = new ModuleDeskService(toggle, deployed, states, moduleData, audit);
        catchUp = new CatchUp(states, deployed, toggle);
        tokenStore = new TokenStore(store, unit, callers, ids, clock);
        AccountStore accounts = new AccountStore(store, tokenStore, unit, audit, clock);
        clients = new ClientService(accounts, callers, sellers, modules, ids);
        people = new TestPeople(this, new TestPeople.Ground(callers, unit, clock, store), mailer);
        tokens = new TokenService(accounts, tokenStore, people.logins(), new Inside(callers, unit), audit);
        policies = new PolicyStates(store, unit, callers, clock);
        policyDesk =
                new PolicyService(policies, new PolicyChanges(policies, unit, audit, events), deployed, callers, unit);
        moduleData.addPart(new PolicyData(policies));
    }

    private static HmacLinks.Config config(String publicAddress) {
        return new HmacLinks.Config() {
            @Override
            public String publicAddress() {
                return publicAddress;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return HmacLinks.Config.class;
            }
        };
    }

    public Times times() {
        return times;
    }

    Clock businessClock() {
        return business;
    }

    public Ids ids() {
        return ids;
    }

    public DatabaseAudit audit() {
        return audit;
    }

    public Deployed deployed() {
        return deployed;
    }

    public Nodes nodes() {
        return nodes;
    }

    Tenant create(Tenant tenant) {
        return callers.as(Caller.operator(null, "test"), () -> tenants.create(tenant));
    }

    public Tenants tenants() {
        return tenants;
    }

    public Sellers sellers() {
        return sellers;
    }

    public Modules modules() {
        return modules;
    }

    public ModuleDesk moduleDesk() {
        return moduleDesk;
    }

    CatchUp catchUp() {
        return catchUp;
    }

    public Clients clients() {
        return clients;
    }

    public Tokens tokens() {
        return tokens;
    }

    /** Staff and buyers. */
    public TestPeople people() {
        return people;
    }

    public TokenExpiry tokenExpiry() {
        return new TokenExpiry(tokenStore);
    }

    public Policies policies() {
        return policies;
    }

    public PolicyDesk policyDesk() {
        return policyDesk;
    }

    public SignedLinks links() {
        return links;
    }
}
