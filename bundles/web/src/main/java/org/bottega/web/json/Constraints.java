package org.bottega.web.json;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.validation.ConstraintViolation;
import javax.validation.Path;
import javax.validation.TraversableResolver;
import javax.validation.Validation;
import javax.validation.Validator;
import javax.validation.ValidatorFactory;
import org.bottega.api.Problem;
import org.bottega.api.Problem.FieldError;
import org.bottega.api.Problem.Kind;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Checks what {@code javax.validation} annotations ask of request records and parameters, and tells all violations at once.
 * One per module, made at first use: its caches go away with the module, and the boot does not pay for it.
 */
public final class Constraints {

    private static final String CODE = "field-invalid";

    private final Supplier<Validator> validator = new Once<>(Constraints::newValidator);
    private final Set<Class<?>> free = ConcurrentHashMap.newKeySet();

    /**
     * Checks the arguments of a resource method.
     *
     * @param entity index of the request record among them, or -1
     * @param constrained whether parameters themselves have constraints
     * @throws Problem {@code field-invalid} (400)
     */
    public void check(Object resource, Method method, Object[] arguments, int entity, boolean constrained) {
        Set<FieldError> errors = new HashSet<>();
        Object record = entity < 0 ? null : arguments[entity];
        if (record != null && record.getClass().isRecord() && !isFree(record.getClass())) {
            add(errors, validator.get().validate(record), 0);
        }
        if (constrained) {
            add(errors, validator.get().forExecutables().validateParameters(resource, method, arguments), 2);
        }
        if (!errors.isEmpty()) {
            throw problem(errors.stream()
                    .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::detail))
                    .toList());
        }
    }

    private boolean isFree(Class<?> type) {
        if (free.contains(type)) {
            return true;
        }
        boolean constrained = validator.get().getConstraintsForClass(type).isBeanConstrained();
        return !constrained && free.add(type);
    }

    private static Problem problem(List<FieldError> errors) {
        FieldError first = errors.get(0);
        Problem problem = new Problem(Kind.INVALID, CODE, first.field() + ": " + first.detail());
        errors.forEach(error -> problem.field(error.field(), error.code(), error.detail()));
        return problem;
    }

    private static <T> void add(Set<FieldError> errors, Set<ConstraintViolation<T>> violations, int skip) {
        for (ConstraintViolation<T> violation : violations) {
            errors.add(new FieldError(path(violation.getPropertyPath(), skip), CODE, violation.getMessage()));
        }
    }

    /** The path as the caller wrote it: {@code skip} leading steps name the method and its parameter. */
    private static String path(Path steps, int skip) {
        StringBuilder path = new StringBuilder();
        int left = skip;
        String last = "";
        for (Path.Node step : steps) {
            last = step.getName();
            if (left-- > 0) {
                continue;
            }
            if (step.getIndex() != null) {
                path.append('[').append(step.getIndex()).append(']');
            }
            if (step.getName() != null && !step.getName().startsWith("<")) {
                path.append(path.length() == 0 ? "" : ".").append(step.getName());
            }
        }
        return path.length() == 0 ? last : path.toString();
    }

    private static Validator newValidator() {
        ValidatorFactory factory = Validation.byProvider(HibernateValidator.class)
                .providerResolver(() -> List.of(new HibernateValidator()))
                .configure()
                .ignoreXmlConfiguration()
                .defaultLocale(Locale.ENGLISH)
                .messageInterpolator(new ParameterMessageInterpolator())
                .traversableResolver(new Everything())
                .buildValidatorFactory();
        return factory.getValidator();
    }

    /** Request records have nothing lazy about them. */
    private static final class Everything implements TraversableResolver {
        @Override
        public boolean isReachable(
                Object bean, Path.Node property, Class<?> root, Path path, java.lang.annotation.ElementType type) {
            return true;
        }

        @Override
        public boolean isCascadable(
                Object bean, Path.Node property, Class<?> root, Path path, java.lang.annotation.ElementType type) {
            return true;
        }
    }
}
