package org.bottega.persistence.jpa;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.openjpa.jdbc.conf.JDBCConfiguration;
import org.apache.openjpa.jdbc.meta.MappingRepository;

/**
 * Keeps to the classes of its own unit. The stock repository remembers every enhanced class of the JVM, and with it the
 * class loaders of bundles long gone.
 */
public final class UnitMetaData extends MappingRepository {
    private static final long serialVersionUID = 1L;
    private static final Map<String, Set<String>> CLASSES = new ConcurrentHashMap<>();

    static void expect(String unit, Set<String> classes) {
        CLASSES.put(unit, classes);
    }

    static void forget(String unit) {
        CLASSES.remove(unit);
    }

    @Override
    public void register(Class<?> type) {
        Set<String> own = getConfiguration() == null
                ? null
                : CLASSES.get(getConfiguration().getId());
        if (own == null || own.contains(type.getName())) {
            super.register(type);
        }
    }

    /** OpenJPA also makes one for a class transformer that is never used, with a configuration that knows no JDBC. */
    @Override
    public void endConfiguration() {
        if (getConfiguration() instanceof JDBCConfiguration) {
            super.endConfiguration();
        }
    }

    @Override
    public Set<String> getPersistentTypeNames(boolean development, ClassLoader loader) {
        return getConfiguration() instanceof JDBCConfiguration
                ? super.getPersistentTypeNames(development, loader)
                : Set.of();
    }
}
