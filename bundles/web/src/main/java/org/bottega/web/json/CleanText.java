package org.bottega.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import org.bottega.web.http.Chars;

/** Reads strings: nothing else becomes one, and only with characters that are taken. */
final class CleanText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1L;

    CleanText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String text = parser.getText();
        if (!Chars.clean(text)) {
            throw new Unclean(parser, text);
        }
        return text;
    }

    /** A string has characters that are not taken. */
    static final class Unclean extends InvalidFormatException {
        private static final long serialVersionUID = 1L;

        Unclean(JsonParser parser, String text) {
            super(parser, "characters that are not taken", text, String.class);
        }
    }
}
