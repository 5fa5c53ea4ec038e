package org.bottega.core.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.impl.action.command.ManagerImpl;
import org.apache.karaf.shell.impl.console.SessionFactoryImpl;
import org.apache.karaf.shell.support.ShellUtil;
import org.apache.karaf.shell.support.parsing.DefaultParser;

/** Karaf's own shell in a plain JVM: parses and runs commands as {@code ssh} does, exit status included. */
public final class TestConsole implements AutoCloseable {

    /** What came of a line. */
    public record Result(int status, String out, String err) {}

    /** One for all: it takes the place of the JVM's streams, which nothing else may do meanwhile. */
    private static final ThreadIOImpl THREADS = new ThreadIOImpl();

    static {
        THREADS.start();
    }

    private final SessionFactoryImpl factory = new SessionFactoryImpl(THREADS);
    private final ManagerImpl manager = new ManagerImpl(factory, factory, true);

    /** A console with these services to inject into commands. */
    public TestConsole(Object... services) {
        for (Object service : services) {
            factory.register(service);
        }
    }

    /** Adds commands and completers. */
    public TestConsole with(Class<?>... parts) {
        for (Class<?> part : parts) {
            manager.register(part);
        }
        return this;
    }

    /** Runs one line, as the user {@code karaf}. */
    public Result run(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = 0;
        try (Session session = session(out, err)) {
            try {
                session.execute(line);
            } catch (Exception e) {
                status = 1;
                ShellUtil.logException(session, e);
            }
        }
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What the tabulator key offers at the end of the line. */
    public List<String> complete(String line) {
        List<String> candidates = new ArrayList<>();
        try (Session session = session(new ByteArrayOutputStream(), new ByteArrayOutputStream())) {
            String[] name = line.split("[: ]", 3);
            session.getRegistry()
                    .getCommand(name[0], name[1])
                    .getCompleter(true)
                    .complete(session, new DefaultParser().parse(session, line, line.length()), candidates);
        }
        return candidates.stream().map(String::strip).toList();
    }

    private Session session(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        Session session = factory.create(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        session.put(Session.SCOPE, "*");
        session.put("USER", "karaf");
        return session;
    }

    @Override
    public void close() {
        factory.stop();
    }
}
