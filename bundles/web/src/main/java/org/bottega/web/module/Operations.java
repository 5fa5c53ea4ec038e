package org.bottega.web.module;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.validation.Constraint;
import javax.validation.Valid;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.Parameter;
import org.apache.cxf.jaxrs.model.ParameterType;
import org.bottega.api.spi.Anonymous;
import org.bottega.api.spi.Download;
import org.bottega.api.spi.InSteps;
import org.bottega.api.spi.LargeBody;
import org.bottega.api.spi.Permission;

/** The operations of a module, by method. */
final class Operations {

    private final Map<Method, Operation> byMethod = new HashMap<>();
    private final Verbs verbs = new Verbs();

    /**
     * Reads all methods.
     *
     * @throws IllegalArgumentException naming what cannot be served
     */
    Operations(List<ClassResourceInfo> resources) {
        List<String> wrong = new ArrayList<>();
        for (ClassResourceInfo resource : resources) {
            for (OperationResourceInfo info : resource.getMethodDispatcher().getOperationResourceInfos()) {
                String fault = fault(info);
                if (fault == null) {
                    byMethod.put(info.getAnnotatedMethod(), operation(resource, info));
                    verbs.add(template(resource, info), info.getHttpMethod());
                } else {
                    wrong.add(info.getAnnotatedMethod() + " " + fault);
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
    }

    private static String fault(OperationResourceInfo info) {
        Method method = info.getAnnotatedMethod();
        boolean permission = method.isAnnotationPresent(Permission.class);
        if (info.isSubResourceLocator()) {
            return "is a sub-resource locator, whose permissions nobody can check";
        }
        if (method.getReturnType() == Download.class && !"GET".equals(info.getHttpMethod())) {
            return "streams its answer, which only a GET can do";
        }
        if (permission == method.isAnnotationPresent(Anonymous.class)) {
            return permission ? "has both @Permission and @Anonymous" : "has neither @Permission nor @Anonymous";
        }
        return null;
    }

    private static Operation operation(ClassResourceInfo resource, OperationResourceInfo info) {
        Method method = info.getAnnotatedMethod();
        Permission permission = method.getAnnotation(Permission.class);
        LargeBody large = method.getAnnotation(LargeBody.class);
        Map<String, Boolean> parameters = new HashMap<>();
        int entity = -1;
        for (Parameter parameter : info.getParameters()) {
            Class<?> type = method.getParameterTypes()[parameter.getIndex()];
            if (parameter.getType() == ParameterType.QUERY) {
                parameters.put(parameter.getName(), Collection.class.isAssignableFrom(type));
            } else if (parameter.getType() == ParameterType.BEAN) {
                parameters.putAll(BeanPart.query(type));
            } else if (parameter.getType() == ParameterType.REQUEST_BODY) {
                entity = parameter.getIndex();
            }
        }
        return new Operation(
                method,
                info.getHttpMethod(),
                path(resource, info),
                permission == null ? null : permission.value(),
                method.isAnnotationPresent(InSteps.class),
                large == null ? 0 : large.value(),
                Map.copyOf(parameters),
                List.of(method.getParameterTypes()).contains(UriInfo.class),
                entity,
                isConstrained(method),
                produces(info));
    }

    private static String path(ClassResourceInfo resource, OperationResourceInfo info) {
        return template(resource, info).replaceAll("\\{\\s*([\\w.-]+)\\s*:[^{}]*(\\{[^{}]*}[^{}]*)*}", "{$1}");
    }

    private static String template(ClassResourceInfo resource, OperationResourceInfo info) {
        String path = "/" + resource.getURITemplate().getValue() + "/"
                + info.getURITemplate().getValue();
        String plain = path.replaceAll("/+", "/");
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static boolean isConstrained(Method method) {
        for (Annotation[] annotations : method.getParameterAnnotations()) {
            for (Annotation annotation : annotations) {
                if (annotation instanceof Valid || annotation.annotationType().isAnnotationPresent(Constraint.class)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String produces(OperationResourceInfo info) {
        MediaType type = info.getProduceTypes().get(0);
        return type.isWildcardType() || type.isWildcardSubtype() ? MediaType.APPLICATION_JSON : type.toString();
    }

    Operation of(OperationResourceInfo info) {
        return byMethod.get(info.getAnnotatedMethod());
    }

    /** Which methods the paths take. */
    Verbs verbs() {
        return verbs;
    }

    Collection<Operation> all() {
        return byMethod.values();
    }
}
