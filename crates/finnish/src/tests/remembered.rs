use std::sync::Arc;
use std::thread;

use super::small;
use crate::Memory;

#[test]
fn a_memory_says_what_the_dictionary_says() {
    let memory = Memory::new(Arc::new(small().build()), 1000);
    for word in ["talossa", "Talossa", "iltakoulun", "xyz", ""] {
        for _ in 0..2 {
            assert_eq!(*memory.analyse(word), *memory.dictionary().analyse(word));
            assert_eq!(*memory.forms(word), *memory.dictionary().forms(word));
        }
    }
}

#[test]
fn a_remembered_word_is_not_analysed_again() {
    let memory = Memory::new(Arc::new(small().build()), 1000);
    assert!(Arc::ptr_eq(&memory.analyse("talossa"), &memory.analyse("talossa")));
    let without = Memory::new(Arc::new(small().build()), 0);
    assert!(!Arc::ptr_eq(&without.analyse("talossa"), &without.analyse("talossa")));
}

#[test]
fn a_memory_keeps_to_its_size_and_to_what_is_asked_often() {
    let memory = Memory::new(Arc::new(small().build()), 320);
    let often = memory.analyse("talossa");
    for number in 0..5000 {
        memory.analyse(&number.to_string());
        assert!(Arc::ptr_eq(&often, &memory.analyse("talossa")), "forgotten after {number}");
        assert!(memory.len() <= 320);
    }
    assert!(memory.len() > 100);
}

#[test]
fn many_threads_ask_at_once() {
    let memory = Memory::new(Arc::new(small().build()), 64);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for number in 0..500 {
                    let number = (number % 100).to_string();
                    assert_eq!(memory.analyse(&number)[0].base_form, number);
                }
            });
        }
    });
}
