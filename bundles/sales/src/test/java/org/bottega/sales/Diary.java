package org.bottega.sales;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What clients wished and what they were answered, on disk before anything else happens. It outlives its process. */
final class Diary implements AutoCloseable {

    /** What a line tells. */
    enum What {
        ASK_SALE,
        SOLD,
        ASK_REFUND,
        REFUNDED
    }

    /**
     * One line.
     *
     * @param about of a wish for a sale the offer, else the transaction
     */
    record Line(Instant at, What what, String key, String about) {}

    private final FileChannel file;
    private final Clock clock;
    private final List<Line> before;

    Diary(Path path, Clock clock) throws IOException {
        this.clock = clock;
        this.before = Files.exists(path) ? read(path) : List.of();
        this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Complete lines; the last may have been cut off by the end of its process. */
    private static List<Line> read(Path path) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String line : Files.readString(path).split("\n")) {
            String[] words = line.split(" ");
            if (words.length == 5) {
                lines.add(new Line(Instant.parse(words[0]), What.valueOf(words[1]), words[2], words[3]));
            }
        }
        return lines;
    }

    /** Returns when the line is on the disk. */
    synchronized void write(What what, String key, String about) {
        String line = clock.instant() + " " + what + " " + key + " " + about + " .\n";
        try {
            file.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of processes before this one. */
    List<Line> before() {
        return before;
    }

    /** Wishes of one kind before this process, by key. */
    Map<String, Line> of(What what) {
        Map<String, Line> found = new LinkedHashMap<>();
        before.stream().filter(line -> line.what() == what).forEach(line -> found.put(line.key(), line));
        return found;
    }

    /** Wishes of one kind that were not answered. */
    List<Line> open(What asked, What answered) {
        Map<String, Line> wishes = of(asked);
        wishes.keySet().removeAll(of(answered).keySet());
        return List.copyOf(wishes.values());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
