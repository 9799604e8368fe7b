package io.kuramori.evidence.looking;

import java.util.ArrayList;
import java.util.List;

/// A document (docx) by paragraphs, with its headers, footers, notes and comments; slides (pptx) with their notes.
final class DocumentLook {

    private DocumentLook() {}

    static Look.Read document(Parts file) throws Unreadable {
        var finds = new Finds();
        for (var part : file.parts("word/")) {
            boolean body = part.equals("word/document.xml");
            file.read(
                    part,
                    xml -> Paragraphs.read(
                            xml,
                            part,
                            "p",
                            (text, number) -> finds.in(
                                    text,
                                    () -> body
                                            ? Said.of("evidence.place.paragraph", number)
                                            : Said.of("evidence.place.part", part))));
        }
        return finds.read();
    }

    static Look.Read slides(Parts file) throws Unreadable {
        var finds = new Finds();
        List<String> parts = new ArrayList<>(file.parts("ppt/slides/"));
        parts.addAll(file.parts("ppt/notesSlides/"));
        parts.addAll(file.parts("ppt/comments/"));
        for (var part : parts) {
            var number = part.replaceAll("[^0-9]", "");
            file.read(
                    part,
                    xml -> Paragraphs.read(
                            xml,
                            part,
                            "p",
                            (text, paragraph) -> finds.in(
                                    text,
                                    () -> part.startsWith("ppt/slides/")
                                            ? Said.of("evidence.place.slide", number)
                                            : Said.of("evidence.place.part", part))));
        }
        return finds.read();
    }
}
