package org.bottega.web.module;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.BeanParam;
import javax.ws.rs.QueryParam;

/**
 * One field or setter of the class of a {@link BeanParam}, as the server fills it; inherited ones count.
 *
 * @param type of the value, with its type arguments
 * @param annotations that say where the value comes from, and what it is for
 */
public record BeanPart(Type type, List<Annotation> annotations) {

    /** All that may be filled in a bean, in the order of the source. */
    public static List<BeanPart> of(Class<?> bean) {
        List<BeanPart> parts = new ArrayList<>();
        for (Class<?> c = bean; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.getAnnotations().length > 0) {
                    parts.add(new BeanPart(field.getGenericType(), List.of(field.getAnnotations())));
                }
            }
            for (Method method : c.getDeclaredMethods()) {
                if (method.getParameterCount() == 1 && method.getAnnotations().length > 0) {
                    parts.add(new BeanPart(method.getGenericParameterTypes()[0], List.of(method.getAnnotations())));
                }
            }
        }
        return parts;
    }

    /** The bean itself, when what is annotated so is one, or else null. */
    public static Class<?> bean(Type type, Collection<Annotation> annotations) {
        return type instanceof Class<?> bean && annotations.stream().anyMatch(BeanParam.class::isInstance)
                ? bean
                : null;
    }

    /** Names of the query parameters of a bean; true where one may be repeated. */
    static Map<String, Boolean> query(Class<?> bean) {
        Map<String, Boolean> parameters = new HashMap<>();
        for (BeanPart part : of(bean)) {
            Class<?> inner = bean(part.type, part.annotations);
            if (inner != null) {
                parameters.putAll(query(inner));
            }
            for (Annotation annotation : part.annotations) {
                if (annotation instanceof QueryParam query) {
                    parameters.put(query.value(), isMany(part.type));
                }
            }
        }
        return parameters;
    }

    private static boolean isMany(Type type) {
        Type raw = type instanceof java.lang.reflect.ParameterizedType generic ? generic.getRawType() : type;
        return raw instanceof Class<?> plain && Collection.class.isAssignableFrom(plain);
    }
}
