package io.kuramori.evidence.looking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/// The text layer of a PDF, page by page, each line by itself.
final class PdfLook {

    private PdfLook() {}

    static Look look(Path file) throws IOException, Unreadable {
        if (Files.size(file) > Bounds.PDF) {
            return new Look.NotRead(Said.of("evidence.look.pdf-large", Bounds.PDF >> 20));
        }
        try (var document = Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() > Bounds.PAGES) {
                return new Look.NotRead(Said.of("evidence.look.pdf-long", Bounds.PAGES));
            }
            return pages(document);
        } catch (InvalidPasswordException locked) {
            throw new Unreadable("evidence.look.locked");
        } catch (IOException | RuntimeException damaged) {
            throw new Unreadable("evidence.look.damaged");
        } catch (StackOverflowError nested) {
            // Objects within objects without end; the stack is whole again here.
            throw new Unreadable("evidence.look.bomb", "PDF");
        }
    }

    private static Look pages(PDDocument document) throws Unreadable {
        var finds = new Finds();
        boolean anything = document.getNumberOfPages() == 0;
        for (int number = 1; number <= document.getNumberOfPages(); number++) {
            int page = number;
            var text = text(document, page);
            anything = anything || !text.isBlank();
            text.lines().forEach(line -> finds.in(line, () -> Said.of("evidence.place.page", page)));
        }
        return anything ? finds.read() : new Look.NotRead(Said.of("evidence.look.pdf-picture"));
    }

    private static String text(PDDocument document, int page) throws Unreadable {
        try {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        } catch (IOException | RuntimeException damaged) {
            throw new Unreadable("evidence.look.page", page);
        }
    }
}
