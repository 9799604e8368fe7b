package io.kuramori.shell.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// View names are template names: `asset/list` is `asset/list.jte`, compiled at build time.
@Component
final class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        return name.startsWith("redirect:") || name.startsWith("forward:") || !engine.hasTemplate(template)
                ? null
                : new JteView(template);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /// Renders into memory first, so that a failing template becomes an error page and never half a page.
    private final class JteView implements View {

        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            Map<String, Object> params = new HashMap<>();
            if (model != null) {
                model.forEach((key, value) -> {
                    if (!key.startsWith("org.springframework.")) {
                        params.put(key, value);
                    }
                });
            }
            var output = new Utf8ByteOutput();
            engine.render(template, params, output);
            if (response.getContentType() == null) {
                response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
            }
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
