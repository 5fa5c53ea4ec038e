package org.bottega.core.account;

import org.bottega.api.spi.DueWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deletes tokens that have expired. */
@Component
public final class TokenExpiry implements DueWork {

    private final TokenStore tokens;

    @Activate
    public TokenExpiry(@Reference TokenStore tokens) {
        this.tokens = tokens;
    }

    @Override
    public String id() {
        return "core.token-expiry";
    }

    @Override
    public String module() {
        return "core";
    }

    @Override
    public String table() {
        return "core_token";
    }

    @Override
    public boolean realTime() {
        return true;
    }

    @Override
    public void process(String id) {
        tokens.removeExpired(id);
    }
}
