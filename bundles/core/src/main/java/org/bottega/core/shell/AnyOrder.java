package org.bottega.core.shell;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Option;
import org.bottega.api.Problem;

/**
 * Lets options follow the argument, {@code tenant:create acme --title Acme}: Karaf itself takes all words after the first
 * argument as arguments. A command that wants this declares a last argument that is a list ({@code multiValued}), for what
 * stands behind; it is read here. Where it is marked {@link ManyWords}, it is left with the words that are no options.
 */
final class AnyOrder {

    /** What help says of the last argument. */
    static final String LATE = "Options may stand here, too";

    private final Object command;
    private final Map<String, Field> options = new HashMap<>();
    private final Map<String, Field> needed = new TreeMap<>();
    private Field argument;

    private AnyOrder(Object command) {
        this.command = command;
        for (Class<?> type = command.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                collect(field);
            }
        }
    }

    /** Reads what is left to read, and checks that all options are there that are {@link Needed}. */
    static void apply(Object command) {
        AnyOrder order = new AnyOrder(command);
        try {
            order.readLateOptions();
            order.checkNeeded();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private void collect(Field field) {
        Option option = field.getAnnotation(Option.class);
        if (option != null) {
            field.setAccessible(true);
            options.put(option.name(), field);
            if (field.isAnnotationPresent(Needed.class)) {
                needed.put(option.name(), field);
            }
            for (String alias : option.aliases()) {
                options.put(alias, field);
            }
        }
        Argument words = field.getAnnotation(Argument.class);
        if (words != null && words.multiValued()) {
            field.setAccessible(true);
            argument = field;
        }
    }

    private void readLateOptions() throws IllegalAccessException {
        if (argument == null) {
            return;
        }
        boolean many = argument.isAnnotationPresent(ManyWords.class);
        List<String> kept = new ArrayList<>();
        for (Iterator<String> late = list(argument).iterator(); late.hasNext(); ) {
            String word = late.next();
            if (many && !word.startsWith("-")) {
                kept.add(word);
            } else {
                read(word, late);
            }
        }
        argument.set(command, kept);
    }

    @SuppressWarnings("unchecked")
    private List<String> list(Field field) throws IllegalAccessException {
        return (List<String>) field.get(command);
    }

    private void read(String word, Iterator<String> next) throws IllegalAccessException {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Field field = options.get(name);
        if (field == null) {
            String what = word.startsWith("-") ? "there is no option " + name : "there is no further argument: " + word;
            throw new Problem(Problem.Kind.INVALID, "option-unknown", what + "; --help shows what there is");
        }
        if (equals >= 0) {
            set(field, name, word.substring(equals + 1));
        } else if (field.getType() == boolean.class) {
            set(field, name, "true");
        } else if (next.hasNext()) {
            set(field, name, next.next());
        } else {
            throw Problem.invalid("option-value-missing", name, "a value is expected");
        }
    }

    private void set(Field field, String name, String value) throws IllegalAccessException {
        if (field.getType() == boolean.class) {
            field.setBoolean(command, Boolean.parseBoolean(value));
        } else if (field.getType() == int.class) {
            field.setInt(command, number(name, value));
        } else if (field.getType() == List.class) {
            list(field).add(value);
        } else {
            field.set(command, value);
        }
    }

    private static int number(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw Problem.invalid("number-invalid", name, "a number is expected");
        }
    }

    private void checkNeeded() throws IllegalAccessException {
        for (Map.Entry<String, Field> option : needed.entrySet()) {
            if (option.getValue().get(command) == null) {
                throw Problem.invalid("option-missing", option.getKey(), "is required; --help shows how");
            }
        }
    }
}
