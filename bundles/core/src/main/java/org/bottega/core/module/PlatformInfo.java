package org.bottega.core.module;

import java.util.List;
import java.util.Set;
import org.bottega.api.platform.RatePolicy;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.core.file.FilePolicy;

/** What the platform itself adds to what modules offer. It is on for everybody and never listed. */
final class PlatformInfo {

    static final ModuleInfo INFO = new ModuleInfo(
            "core",
            "Platform",
            "1.0.0",
            Set.of(),
            Set.of(
                    "core:users",
                    "core:clients",
                    "core:sellers",
                    "core:account",
                    "core:modules",
                    "core:policies",
                    "core:clock",
                    "core:files",
                    "core:persons",
                    "core:audit"),
            Set.of("core:account"),
            List.of(FilePolicy.TYPE, RatePolicy.TYPE));

    private PlatformInfo() {}
}
