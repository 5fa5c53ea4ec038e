package org.bottega.webhooks;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.bottega.api.Problem;
import org.bottega.webhooks.send.Doorman;
import org.bottega.webhooks.send.Refused;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which addresses of the web an endpoint may have. What they stand for is looked at here, and again at each connection. */
@Component(service = Urls.class)
public final class Urls {

    private static final int LONGEST = 1000;
    private static final int LAST_PORT = 65_535;
    private static final String FIELD = "url";

    private final Doorman doorman;

    @Activate
    public Urls(@Reference Doorman doorman) {
        this.doorman = doorman;
    }

    /**
     * Looks the host up; so call it outside a unit of work.
     *
     * @throws Problem 400 {@code url-invalid}, {@code url-scheme-not-allowed}, {@code url-with-credentials}, {@code
     *     url-host-unknown}, {@code url-address-not-allowed}
     */
    public String check(String text) {
        URI url = parse(text);
        if (url.getRawUserInfo() != null) {
            throw Problem.invalid("url-with-credentials", FIELD, "no user and no password in it");
        }
        if (url.getHost() == null || url.getRawFragment() != null || url.getPort() == 0 || url.getPort() > LAST_PORT) {
            throw invalid();
        }
        try {
            doorman.admit(url.getHost());
        } catch (Refused e) {
            throw Problem.invalid("url-address-not-allowed", FIELD, "a host with public addresses only");
        } catch (IOException e) {
            throw Problem.invalid("url-host-unknown", FIELD, "a host that can be looked up");
        }
        return url.toASCIIString();
    }

    private URI parse(String text) {
        if (text == null || text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw invalid();
        }
        try {
            URI url = new URI(text).parseServerAuthority();
            boolean https = "https".equalsIgnoreCase(url.getScheme());
            boolean http = doorman.allowsHttp() && "http".equalsIgnoreCase(url.getScheme());
            if (!https && !http) {
                throw Problem.invalid(
                        "url-scheme-not-allowed", FIELD, doorman.allowsHttp() ? "https or http" : "https only");
            }
            return url;
        } catch (URISyntaxException e) {
            throw invalid();
        }
    }

    private static Problem invalid() {
        return Problem.invalid(
                "url-invalid",
                FIELD,
                "such as https://example.com/hooks: at most " + LONGEST + " ASCII characters, without a fragment");
    }
}
