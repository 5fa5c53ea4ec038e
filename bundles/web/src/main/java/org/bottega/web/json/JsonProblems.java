package org.bottega.web.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.bottega.api.Problem;
import org.bottega.api.Problem.FieldError;
import org.bottega.api.Problem.Kind;
import org.bottega.web.http.Chars;

/** Says what is wrong with a JSON body: the field as the caller wrote it, and what would be right. */
public final class JsonProblems {

    private static final String INVALID = "field-invalid";

    private JsonProblems() {}

    /** The refusal for a failure to read. */
    public static Problem of(JacksonException failure) {
        String path = path(failure);
        if (failure instanceof CleanText.Unclean) {
            return Chars.refused(path);
        }
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return unknown(path, unknown.getKnownPropertyIds());
        }
        if (failure.getCause() instanceof Problem problem) {
            return within(path, problem);
        }
        if (rootCause(failure) instanceof InputCoercionException number) {
            return Problem.invalid(INVALID, path, JsonTypes.expected(number.getTargetType()));
        }
        if (isSyntax(failure)) {
            return syntax(failure);
        }
        if (failure instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return Problem.invalid(INVALID, field(path, "body"), JsonTypes.expected(mismatch.getTargetType()));
        }
        return Problem.invalid(INVALID, field(path, "body"), "the value is not acceptable");
    }

    private static Problem unknown(String path, Collection<Object> known) {
        TreeSet<String> names = new TreeSet<>();
        if (known != null) {
            known.forEach(name -> names.add(name.toString()));
        }
        return Problem.invalid("field-unknown", path, "unknown; known are " + String.join(", ", names));
    }

    private static boolean isSyntax(JacksonException failure) {
        boolean trailing = failure instanceof MismatchedInputException
                && failure.getOriginalMessage().startsWith("Trailing token");
        return trailing || rootCause(failure) instanceof StreamReadException;
    }

    private static Problem syntax(JacksonException failure) {
        Throwable cause = rootCause(failure);
        String said = cause instanceof JacksonException e ? e.getOriginalMessage() : failure.getOriginalMessage();
        if (said.startsWith("Duplicate") && cause instanceof JsonParseException twice) {
            return Problem.invalid("field-duplicate", place(twice), "given more than once");
        }
        var place = ((JacksonException) (cause instanceof JacksonException ? cause : failure)).getLocation();
        String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        String what = cause instanceof JsonEOFException ? "it ends too early" : "it is not well-formed JSON";
        return new Problem(Kind.INVALID, "json-invalid", "the body cannot be read" + where + ": " + what);
    }

    private static String place(JsonParseException failure) {
        String pointer =
                failure.getProcessor().getParsingContext().pathAsPointer().toString();
        String path = pointer.substring(1).replaceAll("/(\\d+)(?=/|$)", "[$1]").replace('/', '.');
        return Chars.clean(path) ? path : "body";
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() instanceof JacksonException) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** A value refused itself: its fields are inside the field that was being read. */
    private static Problem within(String path, Problem problem) {
        Problem outer = new Problem(problem.kind(), problem.code(), detail(path, problem));
        for (FieldError error : problem.errors()) {
            outer.field(join(path, error.field()), error.code(), error.detail());
        }
        problem.members().forEach(outer::with);
        return outer;
    }

    private static String detail(String path, Problem problem) {
        List<FieldError> errors = problem.errors();
        return errors.isEmpty()
                ? problem.getMessage()
                : join(path, errors.get(0).field()) + ": " + errors.get(0).detail();
    }

    private static String join(String path, String field) {
        return path.isEmpty() || path.equals(field) || path.endsWith("." + field)
                ? field(path, field)
                : path + "." + field;
    }

    private static String field(String path, String field) {
        return path.isEmpty() ? field : path;
    }

    private static String path(JacksonException failure) {
        StringBuilder path = new StringBuilder();
        if (failure instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                if (step.getFieldName() == null) {
                    path.append('[').append(step.getIndex()).append(']');
                } else {
                    path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
                }
            }
        }
        return path.toString();
    }
}
