package io.kuramori.identity.rights;

import java.util.Map;

/// How an endpoint is called in the matrix. `${name}` stands for an id of the record that is asked for.
///
/// @param template the endpoint's pattern
/// @param path where it is sent
/// @param from the page with its form, read by somebody who may do everything; `own:` and the page when only he who
///     asks can read it; `file` for an upload; empty when there is none
/// @param fields what is typed into the form, or the whole form
/// @param proof what tells that it was let in
/// @param aboutRecord whether it is about one record, so that it matters whose
record Request(
        String method,
        String template,
        String path,
        String from,
        Map<String, String> fields,
        Proof proof,
        boolean aboutRecord) {

    enum Proof {
        /// The answer says so: 200 or a redirect, against 403 or 404.
        ANSWER,
        /// An entry in the journal of an institution.
        ENTRY,
        /// Something was written.
        WRITE,
        /// The controller was called, whatever it made of the request.
        CALL
    }

    String key() {
        return method + " " + template;
    }

    static Request page(String template, String path) {
        return new Request("GET", template, path, "", Map.of(), Proof.ANSWER, path.contains("${"));
    }

    /// A page without a record whose answer depends on more than rights.
    static Request call(String template, String path) {
        return new Request("GET", template, path, "", Map.of(), Proof.CALL, false);
    }

    static Request form(String template, String path, String from, Proof proof, String... fields) {
        return new Request(
                "POST",
                template,
                path,
                from,
                map(fields),
                proof,
                (path + from + String.join("", fields)).contains("${"));
    }

    /// A document without anything in it.
    static Request json(String method, String template, String path, Proof proof) {
        return new Request(method, template, path, "", Map.of(), proof, path.contains("${"));
    }

    private static Map<String, String> map(String... fields) {
        var map = new java.util.LinkedHashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            map.put(fields[i], fields[i + 1]);
        }
        return map;
    }

    /// With the ids of one record in the place of their names.
    static String fill(String text, Map<String, String> ids) {
        String filled = text;
        for (var id : ids.entrySet()) {
            filled = filled.replace("${" + id.getKey() + "}", id.getValue());
        }
        if (filled.contains("${")) {
            throw new AssertionError("no such id: " + filled);
        }
        return filled;
    }
}
