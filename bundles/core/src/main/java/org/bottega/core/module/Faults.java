package org.bottega.core.module;

import java.util.Map;
import java.util.Set;

/** Finds out why modules that should run do not. */
public interface Faults {

    /**
     * Why modules do not run, or not wholly, by their ids.
     *
     * @param deployed ids of the modules that have announced themselves
     */
    Map<String, String> byModule(Set<String> deployed);
}
