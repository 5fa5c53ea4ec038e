package org.bottega.persistence.unit;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.osgi.framework.Bundle;

/** Classes of a module first, then of this bundle: the value handlers, and OpenJPA behind it. */
final class UnitLoader extends ClassLoader {

    private final Bundle module;
    private final Bundle platform;

    UnitLoader(Bundle module, Bundle platform) {
        super(null);
        this.module = module;
        this.platform = platform;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            return module.loadClass(name);
        } catch (ClassNotFoundException e) {
            return platform.loadClass(name);
        }
    }

    @Override
    protected URL findResource(String name) {
        URL own = module.getResource(name);
        return own == null ? platform.getResource(name) : own;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        Enumeration<URL> own = module.getResources(name);
        return own == null ? Collections.emptyEnumeration() : own;
    }
}
