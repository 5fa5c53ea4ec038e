package org.bottega.webhooks.send;

import org.eclipse.jetty.client.HttpDestination;
import org.eclipse.jetty.client.api.Connection;
import org.eclipse.jetty.client.http.HttpClientTransportOverHTTP;
import org.eclipse.jetty.client.http.HttpConnectionOverHTTP;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Promise;

/** HTTP whose answers, head and body together, have a limit: the client itself would read a head without end. */
final class LimitedTransport extends HttpClientTransportOverHTTP {

    /** Most bytes of an answer. */
    static final int MOST_BYTES = 64 * 1024;

    LimitedTransport() {
        super(1);
    }

    @Override
    protected HttpConnectionOverHTTP newHttpConnection(
            EndPoint endPoint, HttpDestination destination, Promise<Connection> promise) {
        return new Counting(endPoint, destination, promise);
    }

    private static final class Counting extends HttpConnectionOverHTTP {
        private long answered;

        Counting(EndPoint endPoint, HttpDestination destination, Promise<Connection> promise) {
            super(endPoint, destination, promise);
        }

        @Override
        protected void addBytesOut(long bytes) {
            super.addBytesOut(bytes);
            answered = 0;
        }

        @Override
        protected void addBytesIn(long bytes) {
            super.addBytesIn(bytes);
            answered += bytes;
            if (answered > MOST_BYTES) {
                throw new TooLong();
            }
        }
    }

    /** An answer has no end in sight. */
    static final class TooLong extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("the answer is longer than " + MOST_BYTES + " bytes");
        }
    }
}
