// Keeps the files of the chosen kind and removes those of the others.
import java.nio.file.Files
import java.nio.file.Path

Path project = Path.of(request.outputDirectory, request.artifactId)
String packagePath = request.getPackage().replace('.', '/')
for (part in ['src/main/java', 'src/test/java']) {
    Path sources = project.resolve(part).resolve(packagePath)
    Path chosen = sources.resolve(request.properties['kind'])
    if (Files.isDirectory(chosen)) {
        chosen.toFile().listFiles().sort().each { Files.move(it.toPath(), sources.resolve(it.name)) }
    }
    sources.toFile().listFiles().findAll { it.directory }.each { it.deleteDir() }
}
