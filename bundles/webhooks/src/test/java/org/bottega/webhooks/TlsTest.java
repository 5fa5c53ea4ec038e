package org.bottega.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.File;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest extends HooksTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    Path folder;

    @Test
    @DisplayName("nothing is sent to a server whose certificate nobody vouches for")
    void untrusted() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            Endpoints.Told told = add("https://127.0.0.1:" + server.getAddress().getPort() + "/hook", "*");
            sell("shoe");
            now();
            String error = log(told).get(0).lastError();
            assertTrue(error.startsWith("no trusted TLS connection"), error);
            assertEquals(0, requests.get());
        } finally {
            server.stop(0);
        }
    }

    private SSLContext context() throws Exception {
        File file = folder.resolve("keys.p12").toFile();
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String[] words = ("-genkeypair -keyalg EC -alias me -dname CN=127.0.0.1 -ext san=ip:127.0.0.1 -storepass "
                        + PASSWORD)
                .split(" ");
        ProcessBuilder making = new ProcessBuilder(new ArrayList<>(List.of(keytool))).inheritIO();
        making.command().addAll(List.of(words));
        making.command().addAll(List.of("-keystore", file.toString()));
        assertEquals(0, making.start().waitFor());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(file, PASSWORD.toCharArray()), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
