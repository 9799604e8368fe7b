package io.kuramori.exchange.web;

import io.kuramori.exchange.grid.Limits;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How much a form may send: a file of {@link Limits#FILE} bytes and a little around it.
@Configuration(proxyBeanMethods = false)
class UploadLimit {

    @Bean
    MultipartConfigElement multipartConfig() {
        return new MultipartConfigElement("", Limits.FILE, Limits.FILE + 1024 * 1024, 64 * 1024);
    }
}
