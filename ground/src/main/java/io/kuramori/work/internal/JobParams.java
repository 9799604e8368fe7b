package io.kuramori.work.internal;

import tools.jackson.databind.json.JsonMapper;

/// Parameters as JSON.
final class JobParams {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JobParams() {}

    static String write(Object params) {
        return MAPPER.writeValueAsString(params);
    }

    static <P> P read(String json, Class<P> type) {
        return MAPPER.readValue(json, type);
    }
}
