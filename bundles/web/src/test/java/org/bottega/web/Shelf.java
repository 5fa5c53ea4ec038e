package org.bottega.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.validation.Valid;
import javax.validation.constraints.Email;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.bottega.api.Money;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.LinkPage;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.api.spi.RestResource;
import org.bottega.core.testing.TestPlatform;

/** A module for tests. Its effect is a new seller: a row in a real table, which tells whether work was done and kept. */
public final class Shelf implements BusinessModule, RestResource {

    private final TestPlatform platform;
    private final Changes changes;
    private final Downloads downloads;

    Shelf(TestPlatform platform) {
        this.platform = platform;
        this.changes = new Changes(platform);
        this.downloads = new Downloads(platform);
    }

    Changes changes() {
        return changes;
    }

    Downloads downloads() {
        return downloads;
    }

    /** A sort of book. */
    public enum Kind {
        NOVEL,
        POETRY
    }

    public record Author(@NotBlank @Size(max = 10) String name, @Email String email) {}

    public record Book(
            @NotBlank @Size(max = 20) String title,
            @NotNull @Valid Author author,
            @Min(1) int pages,
            Money price,
            Kind kind,
            Instant printed,
            List<@Valid Author> translators,
            Boolean signed,
            Long weight) {}

    public record Sent(String text) {}

    public record Listed(String title, Integer limit, List<String> kinds, Instant from, String caller) {}

    @Override
    public ModuleInfo info() {
        return new ModuleInfo("shelf", "Shelf", "1.0.0", Set.of(), Set.of("shelf:read", "shelf:write"));
    }

    @Override
    public String module() {
        return "shelf";
    }

    @Override
    public Set<Object> resources() {
        return Set.of(new Reads(platform), changes, downloads);
    }

    @Override
    public Set<LinkPage> pages() {
        return Set.of(new Slip(platform));
    }
}
