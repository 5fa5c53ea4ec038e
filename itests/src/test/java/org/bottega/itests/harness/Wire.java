package org.bottega.itests.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire between the platform and a server, to be cut, or to swallow what goes in, and to be mended. */
public final class Wire implements AutoCloseable {

    private enum State {
        WHOLE,
        /** All connections are closed, new ones too, at once. */
        CUT,
        /** What is sent arrives nowhere, in neither direction, and nobody is told. */
        SILENT
    }

    private static final int CHUNK = 16 * 1024;

    private final String host;
    private final int port;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private State state = State.WHOLE;

    /** To a server. */
    public Wire(String host, int port) {
        this.host = host;
        this.port = port;
        try {
            listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** Where it is taken for the server. */
    public int port() {
        return listening.getLocalPort();
    }

    public void cut() {
        change(State.CUT);
        closeAll();
    }

    public void silence() {
        change(State.SILENT);
    }

    /** What was swallowed meanwhile does not come any more: those connections are gone. */
    public void mend() {
        closeAll();
        change(State.WHOLE);
    }

    private synchronized void change(State next) {
        state = next;
        notifyAll();
    }

    private synchronized void awaitSound() throws InterruptedException {
        while (state == State.SILENT) {
            wait();
        }
    }

    private synchronized boolean isCut() {
        return state == State.CUT;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                if (isCut()) {
                    client.close();
                } else {
                    open.add(client);
                    start(() -> join(client));
                }
            } catch (IOException e) {
                continue;
            }
        }
    }

    private void join(Socket client) {
        try {
            awaitSound();
            Socket server = new Socket(host, port);
            open.add(server);
            start(() -> pump(server, client));
            pump(client, server);
        } catch (IOException e) {
            close(client);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                awaitSound();
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            // The other side learns it below.
            close(from);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
    }

    private void closeAll() {
        open.forEach(this::close);
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        closeAll();
    }
}
