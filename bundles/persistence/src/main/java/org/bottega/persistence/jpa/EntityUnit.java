package org.bottega.persistence.jpa;

import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.SharedCacheMode;
import javax.persistence.ValidationMode;
import javax.persistence.spi.ClassTransformer;
import javax.persistence.spi.PersistenceUnitInfo;
import javax.persistence.spi.PersistenceUnitTransactionType;
import javax.sql.DataSource;
import org.apache.openjpa.enhance.PCRegistry;
import org.apache.openjpa.persistence.JPAFacadeHelper;
import org.apache.openjpa.persistence.PersistenceProviderImpl;
import org.bottega.persistence.tx.Dialect;
import org.bottega.persistence.tx.LocalTransaction;
import org.bottega.persistence.tx.LocalTransactions;

/** OpenJPA for one unit: one entity manager per transaction, on the transaction's own connection. */
public final class EntityUnit implements AutoCloseable {

    private final String unit;
    private final ClassLoader loader;
    private final LocalTransactions transactions;
    private final EntityManagerFactory factory;

    public EntityUnit(
            String unit, ClassLoader loader, List<String> classes, LocalTransactions transactions, DataSource source) {
        this.unit = unit;
        this.loader = loader;
        this.transactions = transactions;
        UnitMetaData.expect(unit, Set.copyOf(classes));
        this.factory = create(classes, source);
    }

    private EntityManagerFactory create(List<String> classes, DataSource source) {
        // OpenJPA finds the classes it is given by name through the context class loader.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Map<String, Object> settings = settings(unit, transactions);
            EntityManagerFactory made = new PersistenceProviderImpl()
                    .createContainerEntityManagerFactory(new Info(unit, loader, classes, source), settings);
            made.createEntityManager().close();
            JPAFacadeHelper.toBrokerFactory(made).getConfiguration().getMetaDataRepositoryInstance();
            return made;
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Map<String, Object> settings(String unit, LocalTransactions transactions) {
        Map<String, Object> p = new HashMap<>();
        p.put("openjpa.Id", unit);
        p.put("openjpa.TransactionMode", "managed");
        p.put("openjpa.ConnectionFactoryMode", "managed");
        p.put("openjpa.ManagedRuntime", transactions);
        p.put("openjpa.DynamicEnhancementAgent", "false");
        p.put("openjpa.RuntimeUnenhancedClasses", "unsupported");
        p.put("openjpa.MetaDataRepository", UnitMetaData.class.getName());
        p.put("openjpa.jdbc.SynchronizeMappings", "false");
        p.put(
                "openjpa.jdbc.MappingDefaults",
                "jpa(FieldStrategies='java.time.Instant=" + InstantHandler.class.getName() + "')");
        p.put(
                "openjpa.jdbc.DBDictionary",
                transactions.dialect() == Dialect.DERBY ? UtcDerbyDictionary.class.getName() : "postgres");
        p.put("openjpa.ConnectionRetainMode", "transaction");
        p.put("openjpa.FlushBeforeQueries", "true");
        p.put("openjpa.Log", "slf4j");
        return p;
    }

    /** The entity manager of the open transaction. */
    public EntityManager entities() {
        LocalTransaction transaction = transactions.required();
        Object known = transaction.resource(this);
        if (known != null) {
            return (EntityManager) known;
        }
        EntityManager fresh = factory.createEntityManager();
        transaction.resource(this, fresh);
        transaction.afterEnd(fresh::close);
        return fresh;
    }

    /** Writes what the open transaction's entity manager holds back, before plain SQL looks at the tables. */
    public void flushPending() {
        if (transactions.required().resource(this) instanceof EntityManager pending) {
            pending.flush();
        }
    }

    @Override
    public void close() {
        factory.close();
        UnitMetaData.forget(unit);
    }

    /**
     * Lets go of a module's classes once they will not be used again. A module that is stopped and started keeps its
     * classes, and they register themselves only once.
     */
    public static void forgetClasses(ClassLoader module) {
        PCRegistry.deRegister(module);
    }

    private record Info(String unit, ClassLoader loader, List<String> classes, DataSource source)
            implements PersistenceUnitInfo {
        @Override
        public String getPersistenceUnitName() {
            return unit;
        }

        @Override
        public String getPersistenceProviderClassName() {
            return PersistenceProviderImpl.class.getName();
        }

        @Override
        public PersistenceUnitTransactionType getTransactionType() {
            return PersistenceUnitTransactionType.JTA;
        }

        @Override
        public DataSource getJtaDataSource() {
            return source;
        }

        @Override
        public DataSource getNonJtaDataSource() {
            return source;
        }

        @Override
        public List<String> getMappingFileNames() {
            return List.of();
        }

        @Override
        public List<URL> getJarFileUrls() {
            return List.of();
        }

        @Override
        public URL getPersistenceUnitRootUrl() {
            return null;
        }

        @Override
        public List<String> getManagedClassNames() {
            return classes;
        }

        @Override
        public Properties getProperties() {
            // The settings are given beside the unit: here they would also reach a class transformer that is not
            // wanted.
            return new Properties();
        }

        @Override
        public boolean excludeUnlistedClasses() {
            return true;
        }

        @Override
        public SharedCacheMode getSharedCacheMode() {
            return SharedCacheMode.NONE;
        }

        @Override
        public ValidationMode getValidationMode() {
            return ValidationMode.NONE;
        }

        @Override
        public String getPersistenceXMLSchemaVersion() {
            return "2.1";
        }

        @Override
        public ClassLoader getClassLoader() {
            return loader;
        }

        @Override
        public void addTransformer(ClassTransformer transformer) {
            // classes are enhanced at build time
        }

        @Override
        public ClassLoader getNewTempClassLoader() {
            return loader;
        }
    }
}
