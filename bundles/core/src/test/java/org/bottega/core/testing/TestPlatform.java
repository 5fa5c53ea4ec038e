package org.bottega.core.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bottega.api.Audit;
import org.bottega.api.Callers;
import org.bottega.api.Events;
import org.bottega.api.Ids;
import org.bottega.api.Mailer;
import org.bottega.api.Policies;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;
import org.bottega.api.SignedLinks;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.Modules;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.TenantClocks;
import org.bottega.api.platform.Tenants;
import org.bottega.api.spi.AnyEventListener;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.api.spi.DueWork;
import org.bottega.core.file.DatabaseFiles;
import org.bottega.persistence.DueRows;
import org.bottega.persistence.Store;
import org.bottega.persistence.testing.TestDatabase;

/**
 * The whole platform in a plain JVM, on a real database, for stories that cross modules: nothing runs by itself. Time stands
 * until {@link #advance} moves it, events wait for {@link #drain}, mails stay in the outbox to be read by {@link #mails}.
 */
public final class TestPlatform extends TestActors implements AutoCloseable {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private final TestDatabase database;
    private final MovableClock clock = new MovableClock();
    private final Map<String, Store> stores = new HashMap<>();
    private final TestCore core;
    private final TestPipes pipes;

    TestPlatform(TestDatabase database) {
        this.database = database;
        this.core = new TestCore(database, clock, store("core"), e -> events().publish(e), m -> mailer().send(m));
        this.pipes = new TestPipes(this);
    }

    /** On Derby in memory. */
    public static TestPlatform derby() {
        return new TestPlatform(TestDatabase.derby());
    }

    /** On a database of this kind; see {@link TestDatabase#kinds()}. */
    public static TestPlatform on(TestDatabase.Kind kind) {
        return new TestPlatform(kind.open());
    }

    /** The unit's tables, migrated from the class path. */
    public Store store(String unit) {
        return stores.computeIfAbsent(unit, database::store);
    }

    /** A marketplace in English, zone Europe/Rome. */
    public Tenant newTenant(String id) {
        return core.create(new Tenant(id, "Marketplace " + id, ROME, Locale.ENGLISH, null));
    }

    /** The same for trying out: its clock can be moved. */
    public Tenant newSandbox(String id) {
        return core.create(new Tenant(id, "Sandbox " + id, ROME, Locale.ENGLISH, null, true, null));
    }

    /** A seller {@code <id>@example.com}, zone Europe/Rome, in English. */
    public Seller newSeller(String tenant, String id) {
        Seller seller = new Seller(id, "Seller " + id, id + "@example.com", null, ROME, Locale.ENGLISH);
        return as(tenant, () -> sellers().create(seller));
    }

    /** Deploys a module. */
    public void module(BusinessModule module) {
        core.deployed().addModule(module);
    }

    /** Switches a deployed module on. */
    public void enable(String tenant, String module) {
        as(tenant, () -> modules().enable(module));
    }

    /** Registers listeners; do so before what they are to hear. */
    public void listen(DomainEventListener<?>... listeners) {
        List.of(listeners).forEach(pipes::listen);
    }

    /** Registers one that hears everything. */
    public void listen(AnyEventListener listener) {
        pipes.listen(listener);
    }

    /** Registers due work. */
    public void work(DueWork... work) {
        List.of(work).forEach(pipes::work);
    }

    /** Delivers events, and what they lead to, until nothing is left. A delivery that fails is thrown. */
    public void drain() {
        pipes.drain();
    }

    /** Moves time, stopping at each due instant on the way to do the due work, in order, and to drain. */
    public void advance(Duration by) {
        pipes.advance(by);
    }

    /** Makes the moves of clocks that have begun, to their end. */
    public void moves() {
        pipes.moveClocks();
    }

    /** Moves the clock of one sandbox by {@code P3D} or the like, as {@code clock:advance} does, to the end of the move. */
    public TenantClocks.Move fastForward(String tenant, String by) {
        as(tenant, () -> clocks().advance(by));
        pipes.moveClocks();
        return as(tenant, () -> clocks().show()).move();
    }

    /** Files, which are cleared away by the due work of {@link #advance}. */
    public DatabaseFiles files() {
        return pipes.files();
    }

    public TenantClocks clocks() {
        return pipes.clocks();
    }

    /** All mails of the tenant, the oldest first. */
    public List<SentMail> mails(String tenant) {
        return pipes.mails(tenant);
    }

    /** Real time, that is, what the test makes it. */
    public MovableClock clock() {
        return clock;
    }

    /** The time of the current caller's tenant: what modules are given. In a sandbox it can be ahead. */
    public Clock businessClock() {
        return core.businessClock();
    }

    @Override
    public Callers callers() {
        return database.callers();
    }

    public UnitOfWork unitOfWork() {
        return database.unitOfWork();
    }

    public DueRows dueRows() {
        return database.dueRows();
    }

    /** The database itself. */
    public TestDatabase database() {
        return database;
    }

    public Ids ids() {
        return core.ids();
    }

    public Events events() {
        return pipes.events();
    }

    public Mailer mailer() {
        return pipes.mailer();
    }

    public Audit audit() {
        return core.audit();
    }

    public Policies policies() {
        return core.policies();
    }

    public SignedLinks links() {
        return core.links();
    }

    public Tenants tenants() {
        return core.tenants();
    }

    public Sellers sellers() {
        return core.sellers();
    }

    @Override
    public Modules modules() {
        return core.modules();
    }

    /** The rest of the platform's own services. */
    public TestCore core() {
        return core;
    }

    @Override
    public void close() {
        database.close();
    }
}
