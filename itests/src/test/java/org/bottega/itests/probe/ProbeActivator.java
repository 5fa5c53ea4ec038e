package org.bottega.itests.probe;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * A look into the database from inside the platform's own process, because Derby lets nobody else in. A bundle for tests,
 * built by them; it answers one question per connection on a loopback port.
 */
public final class ProbeActivator implements BundleActivator {

    private ServerSocket server;
    private Database database;

    @Override
    public void start(BundleContext context) throws Exception {
        database = new Database(context, Path.of(System.getenv("BOTTEGA_DATA")));
        int port = Integer.parseInt(System.getenv("BOTTEGA_IT_PROBE_PORT"));
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "bottega-probe");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop(BundleContext context) throws Exception {
        server.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (SocketException closed) {
                // Ours, or of somebody who did not wait for the answer.
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        BufferedWriter out =
                new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
        String question = in.readLine();
        Consumer<String> lines = line -> {
            try {
                out.write(line + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        try (Connection connection = database.connect()) {
            if (question.equals("FINGERPRINT")) {
                Tables.fingerprint(connection, lines);
            } else {
                Tables.run(connection, question, lines);
            }
            lines.accept("OK");
        } catch (SQLException | ReflectiveOperationException | IllegalStateException e) {
            lines.accept("FAILED " + e.toString().replace('\n', ' '));
        }
        out.flush();
    }
}
