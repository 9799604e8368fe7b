package io.kuramori;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.kuramori.identity.ApiPermission;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description of the interface and the handlers say the same: paths, methods, permissions, parameters, and the
/// fields of what is answered.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {

    private static final String ROOT = "/api/v1/";

    private JsonNode document;
    private Map<String, Method> handlers;

    @BeforeAll
    void read() throws IOException {
        document = new JsonMapper().readTree(Files.readString(Path.of("src/main/resources/api/openapi.json")));
        handlers = handlers();
    }

    @Test
    void pathsAndMethodsAreTheHandlers() {
        var described = new TreeSet<String>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().propertyNames().forEach(method -> described.add(method + " " + path.getKey())));
        assertThat(described).isEqualTo(new TreeSet<>(handlers.keySet()));
    }

    @Test
    void permissionsAreThoseThatOpenThem() {
        handlers.forEach((key, handler) -> {
            var own = AnnotatedElementUtils.findMergedAnnotation(handler, ApiPermission.Needed.class);
            var needed = own != null
                    ? own
                    : AnnotatedElementUtils.findMergedAnnotation(
                            handler.getDeclaringClass(), ApiPermission.Needed.class);
            var told = new TreeSet<String>();
            operation(key).path("x-permissions").forEach(one -> told.add(one.asString()));
            assertThat(told)
                    .as(key)
                    .isEqualTo(new TreeSet<>(
                            Arrays.stream(Objects.requireNonNull(needed, key).value())
                                    .map(Enum::name)
                                    .toList()));
        });
    }

    @Test
    void parametersAreThoseThatAreRead() {
        handlers.forEach((key, handler) -> {
            var read = new TreeMap<String, Boolean>();
            for (Parameter parameter : handler.getParameters()) {
                add(read, parameter);
            }
            if (key.endsWith("/sbom")) {
                // Read from the address, so that the body is left alone.
                read.put("query in", false);
            }
            var told = new TreeMap<String, Boolean>();
            operation(key)
                    .path("parameters")
                    .forEach(one -> told.put(
                            one.path("in").asString() + " " + one.path("name").asString(),
                            one.path("required").asBoolean()));
            assertThat(told).as(key).isEqualTo(read);
        });
    }

    @Test
    void answersHaveTheFieldsOfTheirRecords() {
        handlers.forEach((key, handler) -> {
            var schema = success(operation(key));
            var type = ((ParameterizedType) handler.getGenericReturnType()).getActualTypeArguments()[0];
            if (schema.has("$ref") && !type.equals(Object.class)) {
                compare(key, schema, type);
            }
        });
    }

    private void compare(String where, JsonNode schema, Type type) {
        var name = schema.path("$ref").asString().replace("#/components/schemas/", "");
        var described = document.path("components").path("schemas").path(name);
        var record = type instanceof ParameterizedType of ? (Class<?>) of.getRawType() : (Class<?>) type;
        var told = new TreeSet<String>();
        described.path("properties").propertyNames().forEach(told::add);
        var required = new TreeSet<String>();
        described.path("required").forEach(one -> required.add(one.asString()));
        var fields = new TreeSet<String>();
        var always = new TreeSet<String>();
        for (RecordComponent field : record.getRecordComponents()) {
            fields.add(field.getName());
            if (!field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                always.add(field.getName());
            }
            inner(where + "." + field.getName(), described.path("properties").path(field.getName()), field, type);
        }
        assertThat(told).as("%s: %s", where, name).isEqualTo(fields);
        assertThat(required).as("%s: required of %s", where, name).isEqualTo(always);
    }

    /// Goes down into records, and into lists of them.
    private void inner(String where, JsonNode schema, RecordComponent field, Type within) {
        if (schema.has("$ref")) {
            compare(where, schema, field.getType());
        } else if (schema.path("items").has("$ref")) {
            var element = ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
            compare(
                    where,
                    schema.path("items"),
                    element instanceof Class<?> known
                            ? known
                            : ((ParameterizedType) within).getActualTypeArguments()[0]);
        }
    }

    private static JsonNode success(JsonNode operation) {
        var responses = operation.path("responses");
        return responses
                .path(responses.has("202") ? "202" : "200")
                .path("content")
                .path("application/json")
                .path("schema");
    }

    private JsonNode operation(String key) {
        var parts = key.split(" ", 2);
        return document.path("paths").path(parts[1]).path(parts[0]);
    }

    private static void add(Map<String, Boolean> read, Parameter parameter) {
        var query = parameter.getAnnotation(RequestParam.class);
        var header = parameter.getAnnotation(RequestHeader.class);
        if (query != null) {
            var name = query.name().isEmpty() ? parameter.getName() : query.name();
            read.put(
                    "query " + name,
                    query.required()
                            && query.defaultValue()
                                    .equals(org.springframework.web.bind.annotation.ValueConstants.DEFAULT_NONE));
        } else if (header != null) {
            read.put("header " + header.name(), header.required());
        } else if (parameter.isAnnotationPresent(PathVariable.class)) {
            read.put("path " + parameter.getName(), true);
        }
    }

    private static Map<String, Method> handlers() {
        var found = new TreeMap<String, Method>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.kuramori").stream()
                        .filter(type -> type.isAnnotatedWith(RestController.class))
                        .filter(type -> !type.getSource()
                                .orElseThrow()
                                .getUri()
                                .toString()
                                .contains("-tests.jar!"))
                        .map(type -> type.reflect())
                        .forEach(type ->
                                Arrays.stream(type.getDeclaredMethods()).forEach(method -> add(found, type, method)));
        return found;
    }

    private static void add(Map<String, Method> found, Class<?> type, Method method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) {
            return;
        }
        var above = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        String prefix = above == null || above.path().length == 0 ? "" : above.path()[0];
        for (String path : mapping.path().length == 0 ? new String[] {""} : mapping.path()) {
            if ((prefix + path).startsWith(ROOT)) {
                found.put(mapping.method()[0].name().toLowerCase(java.util.Locale.ROOT) + " " + prefix + path, method);
            }
        }
    }
}
