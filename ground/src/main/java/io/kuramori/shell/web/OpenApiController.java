package io.kuramori.shell.web;

import io.kuramori.identity.Allows;
import io.kuramori.identity.ApiPermission;
import io.kuramori.identity.Right;
import io.kuramori.shell.Cursor;
import io.kuramori.shell.Problem;
import io.kuramori.shell.ProblemType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The description of the programs' interface, as it stands in the repository: it says nothing of this installation.
@RestController
class OpenApiController {

    private static final String FILE = "api/openapi.json";

    @Allows(Right.ENTER)
    @ApiPermission.Needed({})
    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<Resource> document() {
        var file = new ClassPathResource(FILE);
        if (!file.exists()) {
            throw new Problem(ProblemType.NOT_FOUND, ProblemType.NOT_FOUND.adviceKey());
        }
        return Cursor.json(file);
    }
}
