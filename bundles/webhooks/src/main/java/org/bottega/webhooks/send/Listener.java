package org.bottega.webhooks.send;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.client.api.Response;
import org.eclipse.jetty.client.api.Result;

/** Waits for one answer. Its status counts once its head has come, whatever becomes of the body. */
final class Listener extends Response.Listener.Adapter {

    private final CompletableFuture<Answer> future;
    private final byte[] begin = new byte[Answer.MOST];
    private int length;
    private boolean headed;

    Listener(CompletableFuture<Answer> future) {
        this.future = future;
    }

    @Override
    public void onHeaders(Response response) {
        headed = true;
    }

    @Override
    public void onContent(Response response, ByteBuffer content) {
        int more = Math.min(content.remaining(), begin.length - length);
        content.get(begin, length, more);
        length += more;
        content.position(content.limit());
    }

    @Override
    public void onComplete(Result result) {
        future.complete(
                headed ? Answer.of(result.getResponse().getStatus(), begin, length) : Answer.none(failure(result)));
    }

    private static Throwable failure(Result result) {
        return result.getFailure() == null ? new IllegalStateException("no answer") : result.getFailure();
    }
}
