package org.bottega.web.openapi;

import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ResolvedParameter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import javax.ws.rs.Consumes;
import org.bottega.web.module.BeanPart;

/**
 * Reads what a {@link javax.ws.rs.BeanParam} takes, part by part. Swagger itself looks for properties as Jackson sees them, and
 * finds none in private fields without getters: it takes the bean for a body.
 */
final class ResourceReader extends Reader {

    ResourceReader() {
        super(new OpenAPI());
    }

    @Override
    protected ResolvedParameter getParameters(
            Type type,
            List<Annotation> annotations,
            Operation operation,
            Consumes ofClass,
            Consumes ofMethod,
            JsonView view) {
        Type plain = type instanceof JavaType java ? java.getRawClass() : type;
        Class<?> bean = BeanPart.bean(plain, annotations);
        if (bean == null) {
            return super.getParameters(type, annotations, operation, ofClass, ofMethod, view);
        }
        ResolvedParameter all = new ResolvedParameter();
        for (BeanPart part : BeanPart.of(bean)) {
            ResolvedParameter one = getParameters(part.type(), part.annotations(), operation, ofClass, ofMethod, view);
            all.parameters.addAll(one.parameters);
            all.formParameters.addAll(one.formParameters);
        }
        return all;
    }
}
