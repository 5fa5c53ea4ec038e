package org.bottega.webhooks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;

/** The body that is sent: {@code type}, {@code id}, {@code timestamp}, {@code tenant} and, as {@code data}, the event. */
public final class Envelope {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Envelope() {}

    /** As JSON. @param data the event, JSON itself */
    public static String json(String id, String type, Instant at, String tenant, String data) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", type);
            json.writeStringField("id", id);
            json.writeStringField("timestamp", at.toString());
            json.writeStringField("tenant", tenant);
            json.writeFieldName("data");
            json.writeRawValue(data);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
