package org.bottega.core.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bottega.api.Problem;
import org.bottega.api.platform.DataDesk.Line;
import org.bottega.api.platform.DataDesk.Report;

/** Files that are written whole or not at all, readable by their owner only, and reports of what was done. */
final class DataOutput {

    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private DataOutput() {}

    interface Writer {
        Report write(OutputStream out) throws IOException;
    }

    /** A new file on the server's machine. */
    static Report file(String name, Writer writer) {
        Path target = Path.of(name).toAbsolutePath();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            Files.deleteIfExists(part);
            Files.createFile(part, PRIVATE);
            Report report;
            try (OutputStream out = Files.newOutputStream(part)) {
                report = writer.write(out);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(part);
                throw e;
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return report;
        } catch (FileAlreadyExistsException e) {
            throw refused(Problem.conflict("file-exists", "there is a file " + target + " already"), e);
        } catch (IOException e) {
            throw refused(Problem.invalid("file-unusable", "file", "a file that can be written, not " + target), e);
        }
    }

    private static Problem refused(Problem problem, IOException cause) {
        problem.initCause(cause);
        return problem;
    }

    /** By module and table; why what is kept is kept. */
    static void print(Report report, boolean json) {
        List<Map<String, Object>> rows =
                report.lines().stream().map(DataOutput::shape).toList();
        Output.rows(rows, json, "There was nothing.");
    }

    private static Map<String, Object> shape(Line line) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("module", line.module());
        shape.put("what", line.what());
        shape.put("count", line.count());
        shape.put("kept", line.why());
        return shape;
    }
}
