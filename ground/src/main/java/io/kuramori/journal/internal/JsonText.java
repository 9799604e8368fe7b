package io.kuramori.journal.internal;

import io.kuramori.engine.journal.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// PostgreSQL's jsonb text as the engine's JSON, numbers kept exact.
final class JsonText {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonText() {}

    static Json parse(String text) {
        return of(EXACT.readTree(text));
    }

    private static Json of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case STRING -> new Json.Str(node.stringValue());
            case NUMBER -> new Json.Num(node.decimalValue());
            case BOOLEAN -> new Json.Bool(node.booleanValue());
            case NULL -> Json.NULL;
            case BINARY, MISSING, POJO -> throw new IllegalStateException("not JSON: " + node.getNodeType());
        };
    }

    private static Json object(JsonNode node) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (var member : node.properties()) {
            members.put(member.getKey(), of(member.getValue()));
        }
        return new Json.Obj(members);
    }

    private static Json array(JsonNode node) {
        List<Json> items = new ArrayList<>();
        for (JsonNode item : node) {
            items.add(of(item));
        }
        return new Json.Arr(items);
    }
}
