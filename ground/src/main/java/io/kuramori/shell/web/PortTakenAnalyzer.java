package io.kuramori.shell.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;

/// Says in both languages that the port is another program's, before the framework does so in one.
final class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> implements Ordered {

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        var words = """
                ポート %1$d はほかのプログラムが使用中です。--port で別の番号を指定してください。
                Port %1$d is in use by another program. Choose another one with --port.""".formatted(cause.getPort());
        return new FailureAnalysis(words, null, cause);
    }
}
