// A project of somebody's own, with Gradle: gradle run
plugins {
    application
}

repositories {
    mavenLocal()
    mavenCentral()
    // A Skipjack that is not in the local repository: -Pskipjack.repository=file:…
    providers.gradleProperty("skipjack.repository").orNull?.let { maven(it) }
}

dependencies {
    implementation("org.skipjack:skipjack:0.2.0-SNAPSHOT")
}

application {
    mainClass = "example.Train"
}
