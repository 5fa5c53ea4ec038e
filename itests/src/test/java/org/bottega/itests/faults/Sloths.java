package org.bottega.itests.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Many connections of clients that take their time. */
final class Sloths implements AutoCloseable {

    /** So many come at a time: who finds the server's queue of connections full tries again only a second later. */
    private static final int AT_ONCE = 25;

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    private final int port;
    private final List<SocketChannel> open = new ArrayList<>();

    Sloths(int port) {
        this.port = port;
    }

    /** So many more connections, each of which says this, and then no more; small windows for answers. */
    void come(int connections, String words) {
        ByteBuffer bytes = ByteBuffer.wrap(words.getBytes(StandardCharsets.US_ASCII));
        try {
            for (int i = 1; i <= connections; i++) {
                SocketChannel channel = SocketChannel.open();
                open.add(channel);
                channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
                channel.connect(new InetSocketAddress("127.0.0.1", port));
                channel.configureBlocking(false);
                channel.write(bytes.duplicate());
                if (i % AT_ONCE == 0) {
                    LockSupport.parkNanos(PAUSE);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every one says one letter more; returns how many still can. */
    int drip() {
        int alive = 0;
        for (SocketChannel channel : open) {
            try {
                alive += channel.write(ByteBuffer.wrap(new byte[] {'x'}));
            } catch (IOException cut) {
                continue;
            }
        }
        return alive;
    }

    /** How many the server has ended, with or without an answer. */
    int ended() {
        int ended = 0;
        ByteBuffer answer = ByteBuffer.allocate(4096);
        for (SocketChannel channel : open) {
            try {
                answer.clear();
                ended += channel.read(answer) == 0 ? 0 : 1;
            } catch (IOException cut) {
                ended++;
            }
        }
        return ended;
    }

    @Override
    public void close() {
        try {
            for (SocketChannel channel : open) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
