package org.bottega.core.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.bottega.api.DomainEvent;

/** Event records as JSON. Instants are ISO text; members that a reader does not know are skipped, so contracts can grow. */
final class EventJson {

    private static final int TYPES = 64;

    /**
     * A mapper remembers every class it has met, so a shared one would keep the class loaders of replaced bundles. Here each
     * event class has its own, with its own type cache, stored with the class: both go together. Only Jackson's classes are
     * reachable from it, never this bundle's.
     */
    private final ClassValue<ObjectMapper> mappers = new ClassValue<>() {
        @Override
        protected ObjectMapper computeValue(Class<?> type) {
            LookupCache<Object, JavaType> cache = new LRUMap<>(TYPES, TYPES);
            return JsonMapper.builder()
                    .typeFactory(TypeFactory.defaultInstance().withCache(cache))
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
        }
    };

    String write(DomainEvent event) {
        try {
            return mappers.get(event.getClass()).writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event " + event.getClass().getName() + " is no JSON", e);
        }
    }

    <E> E read(Class<E> type, String json) {
        try {
            return mappers.get(type).readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event does not fit " + type.getName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
