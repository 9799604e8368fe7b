package io.kuramori.shell;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.MultipartStream;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.springframework.http.HttpHeaders;

/// The parts of a `multipart/form-data` request, read as they come: nothing is laid down before it is looked at, so
/// that
/// a bound holds also for a body that does not say how long it is.
public final class FormParts {

    private static final int MOST = 100;

    private FormParts() {}

    /// What is done with a part; it is over when this returns.
    @FunctionalInterface
    public interface Receiver {
        void part(String name, InputStream value) throws IOException;
    }

    public static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    /// Hands over every part in turn.
    ///
    /// @param limit bytes of the whole body
    /// @throws Problem when it is larger, or no form at all
    public static void read(HttpServletRequest request, long limit, Receiver receiver) throws IOException {
        if (request.getHeader(HttpHeaders.COOKIE) != null) {
            // A browser's form was parsed, and bounded, while its token was looked for.
            parsed(request, receiver);
            return;
        }
        var upload = new FileUpload();
        upload.setSizeMax(limit);
        try {
            var parts = upload.getItemIterator(new ServletRequestContext(request));
            for (int count = 0; parts.hasNext(); count++) {
                if (count == MOST) {
                    throw new Problem(ProblemType.INVALID, "shell.problem.parts.many", MOST);
                }
                var part = parts.next();
                try (var value = part.openStream()) {
                    receiver.part(part.getFieldName() == null ? "" : part.getFieldName(), value);
                }
            }
        } catch (FileUploadException e) {
            throw refused(e, limit);
        } catch (IOException e) {
            if (e.getCause() instanceof FileUploadException inner) {
                throw refused(inner, limit);
            }
            if (e instanceof MultipartStream.MalformedStreamException) {
                throw new Problem(ProblemType.INVALID, "shell.problem.parts.broken");
            }
            throw e;
        }
    }

    private static void parsed(HttpServletRequest request, Receiver receiver) throws IOException {
        try {
            for (Part part : request.getParts()) {
                try (var value = part.getInputStream()) {
                    receiver.part(part.getName(), value);
                }
            }
        } catch (ServletException e) {
            throw new Problem(ProblemType.INVALID, "shell.problem.parts.broken");
        }
    }

    private static Problem refused(FileUploadException e, long limit) {
        return e instanceof SizeException
                ? new Problem(ProblemType.TOO_LARGE, "shell.problem.parts.large", limit >> 20)
                : new Problem(ProblemType.INVALID, "shell.problem.parts.broken");
    }
}
