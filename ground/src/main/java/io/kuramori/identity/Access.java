package io.kuramori.identity;

/// Whether whoever makes this request may use an endpoint: what the frame and the pages ask before they offer it.
public interface Access {

    /// @param method `GET` or `POST`
    /// @param path of the endpoint, without query; one that leads nowhere may be used by nobody
    boolean may(String method, String path);
}
