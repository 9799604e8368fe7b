package io.kuramori.cli;

import io.kuramori.engine.matching.Answer;
import io.kuramori.engine.matching.document.Problem;
import io.kuramori.engine.matching.document.Reading;
import io.kuramori.engine.matching.vex.Statement;
import io.kuramori.engine.matching.vex.Vex;
import io.kuramori.engine.matching.vex.VexAnswer;
import io.kuramori.engine.matching.vex.VexIndex;
import io.kuramori.engine.matching.vex.file.VexReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the VEX files say of the components of the bills of materials.
final class VexFiles {

    private static final int MAX_FILE = 64 << 20;

    private final boolean asked;
    private final VexIndex index;
    private final List<Skipped> skipped = new ArrayList<>();

    private VexFiles(List<Path> files) {
        asked = !files.isEmpty();
        List<Statement> statements = new ArrayList<>();
        files.forEach(file -> read(file, statements));
        index = VexIndex.of(statements);
    }

    static VexFiles of(List<Path> files) {
        return new VexFiles(files);
    }

    /// True when there is any file, even one that could not be read.
    boolean asked() {
        return asked;
    }

    List<Skipped> skipped() {
        return List.copyOf(skipped);
    }

    VexAnswer answer(Located located, Answer answer) {
        if (!asked) {
            return new VexAnswer.Unstated();
        }
        List<String> ids = new ArrayList<>(List.of(answer.match().advisoryId()));
        ids.addAll(answer.match().advisory().aliases());
        return index.answer(located.identity(), located.bill().subject(), ids);
    }

    private void read(Path file, List<Statement> statements) {
        String name = file.toString();
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] document = bytes.readNBytes(MAX_FILE + 1);
            if (document.length > MAX_FILE) {
                skipped.add(new Skipped(
                        Skipped.Kind.VEX, name, "", "expected a document of at most " + MAX_FILE + " bytes"));
                return;
            }
            switch (VexReader.read(document, name)) {
                case Reading.Accepted<Vex>(Vex vex, List<Problem> problems) -> {
                    statements.addAll(vex.statements());
                    problems.forEach(problem -> skip(name, problem));
                }
                case Reading.Rejected<Vex>(Problem problem) -> skip(name, problem);
            }
        } catch (IOException e) {
            skipped.add(new Skipped(Skipped.Kind.VEX, name, "", "cannot be read: " + e));
        }
    }

    private void skip(String file, Problem problem) {
        skipped.add(new Skipped(Skipped.Kind.VEX, file, problem.pointer(), problem.sentence()));
    }
}
